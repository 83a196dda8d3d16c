# The list of addresses in the publishing workflow: `find` names what a build added to plans/addresses.txt, `keep`
# adds that to the list as it stands in the repository and commits this one file. They run in different jobs, so that
# what builds a site can't write to the repository; the new lines travel as a job's output, packed.
set -eu
export LC_ALL=C
list=plans/addresses.txt
folder=$(mktemp -d)

case "${1:-}" in
find)
  git show "HEAD:$list" 2>/dev/null | sort > "$folder/known" || true
  { cat "$list" 2>/dev/null || true; } | sort > "$folder/built"
  # An output has its limits: what is left over is found by the next run.
  comm -13 "$folder/known" "$folder/built" > "$folder/new"
  if [ -s "$folder/new" ]; then
    echo "new=$(head -n 5000 "$folder/new" | gzip -n9 | base64 -w0)" >> "$GITHUB_OUTPUT"
  fi
  ;;
keep)
  touch "$list"
  printf '%s' "$NEW" | base64 -d | gunzip > "$folder/new"
  sort -u "$list" "$folder/new" > "$folder/list"
  cp "$folder/list" "$list"
  git add "$list"
  if ! git diff --cached --quiet; then
    git config user.name 'github-actions[bot]'
    git config user.email '41898282+github-actions[bot]@users.noreply.github.com'
    git commit --quiet --message 'Нові адреси сайту'
    git -c credential.helper='!f() { echo username=x-access-token; echo "password=$TOKEN"; }; f' push --quiet
  fi
  ;;
*)
  echo 'new-addresses.sh find | keep' >&2
  exit 2
  ;;
esac
