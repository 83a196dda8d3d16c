# The list of addresses in the publishing workflow: `find` names what a build added to plans/addresses.txt, `keep`
# adds that to the list as it stands in the repository and commits this one file. They run in different jobs, so that
# what builds a site can't write to the repository; the new lines travel as a job's output, packed.
# `live` puts the address of the site, SITE_URL, where README.md leaves a place for it; `keep` does so too.
set -eu
export LC_ALL=C
list=plans/addresses.txt
folder=$(mktemp -d)

live() {
  case "${SITE_URL:-/}" in / | *[!A-Za-z0-9:/._~%+-]*) return 0;; esac
  if grep -q '<!-- live -->' README.md 2>/dev/null; then
    sed "s|<!-- live -->.*<!-- /live -->|<!-- live --><$SITE_URL><!-- /live -->|" README.md > "$folder/readme"
    cat "$folder/readme" > README.md
  fi
}

case "${1:-}" in
live)
  live
  ;;
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
  live
  if [ -f README.md ]; then git add README.md; fi
  if ! git diff --cached --quiet; then
    git config user.name 'github-actions[bot]'
    git config user.email '41898282+github-actions[bot]@users.noreply.github.com'
    git commit --quiet --message 'Нові адреси сайту'
    git -c credential.helper='!f() { echo username=x-access-token; echo "password=$TOKEN"; }; f' push --quiet
  fi
  ;;
*)
  echo 'new-addresses.sh find | keep | live' >&2
  exit 2
  ;;
esac
