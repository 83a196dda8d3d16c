# Before the first publication: is there a community in plans/, and is GitHub Pages switched on? Where not, workflows end
# green and say what to do: a first push is no failure. Any other answer of GitHub lets them go on and fail where they fail.
set -eu
plans=false
for file in plans/*/community.yml; do [ ! -f "$file" ] || plans=true; done
echo "plans=$plans" >> "$GITHUB_OUTPUT"
if [ "$plans" = false ]; then
  echo "on=false" >> "$GITHUB_OUTPUT"
  echo '::notice title=Ще немає жодної громади::Створіть її: у терміналі plans new ІДЕНТИФІКАТОР; далі – за README.'
  exit 0
fi
if said=$(gh api "repos/$GITHUB_REPOSITORY/pages" 2>&1); then
  on=true
else
  case "$said" in *'HTTP 404'*) on=false ;; *) on=true ;; esac
fi
echo "on=$on" >> "$GITHUB_OUTPUT"
if [ "$on" = false ]; then
  echo '::notice title=Сайт ще не ввімкнено::Settings → Pages → Build and deployment → Source: «GitHub Actions». Потім Actions → «Публікація» → Run workflow.'
  cat .github/first-steps.md >> "$GITHUB_STEP_SUMMARY"
fi
