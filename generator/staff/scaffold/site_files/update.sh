# A newer program for this site: `find` looks for it at the latest release, tries this site with it and packs what would
# change; `propose` makes of that a request for a person to read and merge. They run in different jobs, so that what
# was downloaded never runs beside the right to write.
set -eu
branch=update-program
folder=$(mktemp -d)

case "${1:-}" in
find)
  program=$(sed -n 's|^hromada-plans @ https://github.com/\([^/]*/[^/]*\)/releases/download/.*|\1|p' requirements.txt)
  if [ -z "$program" ]; then
    echo '::notice::Програму взято не з випуску на GitHub, тож шукати її оновлення ніде.'
    exit 0
  fi
  gh release download --repo "$program" --pattern requirements.txt --dir "$folder"
  if cmp -s requirements.txt "$folder/requirements.txt"; then
    echo 'Програма найновіша.'
    exit 0
  fi
  cp "$folder/requirements.txt" requirements.txt
  python -m pip install --quiet --require-hashes --requirement requirements.txt
  plans schema --write schemas
  {
    echo "Вийшла нова версія програми: https://github.com/$program/releases/latest"
    echo
    if plans check > "$folder/said" 2>&1 && plans build >> "$folder/said" 2>&1; then
      echo 'З нею ваші плани без помилок, сайт збирається. Натисніть «Merge pull request»: сайт оновиться сам.'
    else
      echo 'З нею перевірка знаходить у планах помилки. Спершу виправте їх (перелік нижче), або зачекайте й нічого не натискайте: сайт працює далі з теперішньою версією.'
    fi
    printf '\n```text\n'
    head -n 100 "$folder/said"
    printf '```\n'
  } > "$folder/words.md"
  tar -cf "$folder/new.tar" requirements.txt schemas -C "$folder" words.md
  echo "new=$(gzip -n9 < "$folder/new.tar" | base64 -w0)" >> "$GITHUB_OUTPUT"
  ;;
propose)
  printf '%s' "$NEW" | base64 -d | gunzip > "$folder/new.tar"
  tar -xf "$folder/new.tar" -C "$folder"
  cp "$folder/requirements.txt" requirements.txt
  cp "$folder"/schemas/*.json schemas/
  version=$(sed -n 's|^hromada-plans @ .*/download/v\([^/]*\)/.*|\1|p' requirements.txt)
  git switch --quiet --create "$branch"
  git add requirements.txt schemas
  git config user.name 'github-actions[bot]'
  git config user.email '41898282+github-actions[bot]@users.noreply.github.com'
  git commit --quiet --message "Оновлення програми до $version"
  git -c credential.helper='!f() { echo username=x-access-token; echo "password=$GH_TOKEN"; }; f' \
    push --quiet --force origin "$branch"
  if gh pr view "$branch" --json state --jq .state 2>/dev/null | grep -q OPEN; then
    gh pr edit "$branch" --title "Оновлення програми до $version" --body-file "$folder/words.md"
  elif ! gh pr create --head "$branch" --title "Оновлення програми до $version" --body-file "$folder/words.md"; then
    # Settings → Actions → General may forbid it: then a person makes the request with one press.
    address="$GITHUB_SERVER_URL/$GITHUB_REPOSITORY/compare/$branch?expand=1"
    echo "::notice title=Є нова версія програми::Відкрийте $address і натисніть «Create pull request»."
    { cat "$folder/words.md"; printf '\nЗапит ще не створено. [Відкрийте цю сторінку](%s) і натисніть «Create pull request».\n' "$address"; } >> "$GITHUB_STEP_SUMMARY"
  fi
  ;;
*)
  echo 'update.sh find | propose' >&2
  exit 2
  ;;
esac
