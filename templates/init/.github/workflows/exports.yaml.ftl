name: exports

on:
  pull_request:
  push:
    branches: [main]

permissions:
  contents: read

concurrency:
  group: ${{ github.workflow }}-${{ github.ref }}
  cancel-in-progress: ${{ github.event_name == 'pull_request' }}

jobs:
  exports:
    runs-on: ubuntu-24.04
    timeout-minutes: 15
    permissions:
      contents: read
      id-token: write # for the plan's role
      pull-requests: write # for the comment
    env:
      # Set in the repository's variables; without them nothing is planned.
      PLAN_ROLE: ${{ vars.TERRAFORM_PLAN_ROLE_ARN }}
      STATE_BUCKET: ${{ vars.TERRAFORM_STATE_BUCKET }}
      REGION: ${{ vars.TERRAFORM_STATE_REGION }}
    defaults:
      run:
        working-directory: [=folder]
    steps:
      - uses: actions/checkout@34e114876b0b11c390a56381ad16ebd13914f8d5 # v4.3.1
        with:
          fetch-depth: 0 # the review compares with the commit that the branch parted from
      - uses: hashicorp/setup-terraform@b9cd54a3c349d3f38e8881555d616ced269862dd # v3.1.2
        with:
          terraform_version: ~1.11
          terraform_wrapper: false
      - name: Validate
        uses: [=action] # where your exportctl is
        with:
          working-directory: [=folder]
      - name: Render
        run: exportctl render
      - name: Check the Terraform
        run: |
          terraform -chdir=terraform init -backend=false
          terraform -chdir=terraform validate
      - name: Take the role for the plan
        # A fork gets no role, and so no plan.
        if: >-
          github.event_name == 'pull_request' && env.PLAN_ROLE != '' &&
          github.event.pull_request.head.repo.full_name == github.repository
        uses: aws-actions/configure-aws-credentials@7474bc4690e29a8392af63c5b98e7449536d5c3a # v4.3.1
        with:
          role-to-assume: ${{ env.PLAN_ROLE }}
          aws-region: ${{ env.REGION }}
      - name: Plan
        if: >-
          github.event_name == 'pull_request' && env.PLAN_ROLE != '' &&
          github.event.pull_request.head.repo.full_name == github.repository
        run: |
          terraform -chdir=terraform init -reconfigure -backend-config="bucket=$STATE_BUCKET" -backend-config="region=$REGION"
          terraform -chdir=terraform plan -lock=false -out=plan.tfplan
          terraform -chdir=terraform show -json plan.tfplan > "$RUNNER_TEMP/plan.json"
      - name: Say what the change means
        # A fork may not comment; its review is in the summary of the job.
        if: github.event_name == 'pull_request' && !cancelled()
        env:
          BASE: ${{ github.base_ref }}
          COMMENTS: repos/${{ github.repository }}/issues/${{ github.event.pull_request.number }}/comments
          IS_FORK: ${{ github.event.pull_request.head.repo.full_name != github.repository }}
          GH_TOKEN: ${{ github.token }}
        run: |
          set -- review --since "origin/$BASE" --format markdown
          if [[ -s $RUNNER_TEMP/plan.json ]]; then
            set -- "$@" --plan "$RUNNER_TEMP/plan.json"
          fi
          status=0
          exportctl "$@" > "$RUNNER_TEMP/review.md" || status=$?
          if ((status > 1)); then
            exit "$status"
          fi
          cat "$RUNNER_TEMP/review.md" >> "$GITHUB_STEP_SUMMARY"
          if [[ $IS_FORK == true ]]; then
            exit "$status"
          fi
          # The comment of an earlier run begins with the same line, and is updated.
          marker=$(head -n 1 "$RUNNER_TEMP/review.md")
          comment=$(MARKER=$marker gh api --paginate "$COMMENTS" \
            --jq '.[] | select(.user.login == "github-actions[bot]" and (.body | startswith(env.MARKER))) | .id' | head -n 1)
          if [[ -n $comment ]]; then
            gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$comment" -F body=@"$RUNNER_TEMP/review.md"
          else
            gh api --silent --method POST "$COMMENTS" -F body=@"$RUNNER_TEMP/review.md"
          fi
          # 1 if a dataset goes that was not retired, or a file has errors.
          exit "$status"

  register:
    # The register as pages, for those who may open the repository's GitHub Pages: set the variable once that is settled.
    needs: exports
    if: github.event_name == 'push' && vars.PUBLISH_REGISTER == 'true'
    runs-on: ubuntu-24.04
    timeout-minutes: 15
    permissions:
      contents: read
      pages: write
      id-token: write # tells GitHub Pages which workflow the pages come from
    environment:
      name: github-pages
      url: ${{ steps.publish.outputs.page_url }}
    defaults:
      run:
        working-directory: [=folder]
    steps:
      - uses: actions/checkout@34e114876b0b11c390a56381ad16ebd13914f8d5 # v4.3.1
        with:
          fetch-depth: 0 # for the history of each dataset
      - name: Validate
        uses: [=action] # where your exportctl is
        with:
          working-directory: [=folder]
      - name: Write the register
        run: exportctl site --out "$RUNNER_TEMP/register"
      - uses: actions/upload-pages-artifact@56afc609e74202658d3ffba0e8f6dda462b719fa # v3.0.1
        with:
          path: ${{ runner.temp }}/register
      - name: Publish
        id: publish
        uses: actions/deploy-pages@d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e # v4.0.5
