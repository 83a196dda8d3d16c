# The labels that the issue forms put on what people send: GitHub drops a label that the repository doesn't have.
set -eu
sed -n 's/^labels: \[\(.*\)\]$/\1/p' .github/ISSUE_TEMPLATE/*.yml | tr ',' '\n' | sed 's/^ *"//; s/" *$//' | sort -u |
  while IFS= read -r label; do
    gh label create "$label" --force --repo "$GITHUB_REPOSITORY" < /dev/null
  done
