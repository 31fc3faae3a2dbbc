# Exports

What leaves our platform, to whom, and on what paperwork: one small YAML file for each export, reviewed in a pull
request. exportctl checks the files, and turns them into Terraform.

## A new export

```sh
[#list kinds as kind]
exportctl new [=kind] NAME
[/#list]
exportctl validate
```

Then open a pull request with what came into `datasets/`. CI says what is wrong with it, and shows the plan. Editors say
much of it while you type: open this folder in VS Code, and install the extension that it recommends.

## What is where

* `datasets/platform.yaml`: account, Region, names of buckets, tags; the same for all exports.
[#list kinds as kind]
[#if examples?seq_contains(kind)]
* `datasets/[=kind]/`: a file for each [=kind] dataset. `example_[=kind].yaml` is there to be replaced: `validate` refuses it in your account.
[#else]
* `datasets/[=kind]/`: a file for each [=kind] dataset, once platform.yaml has settings under `[=kind]`: `docs/kinds/[=kind].md`, which comes with exportctl.
[/#if]
[/#list]
* `schema/`: what the files may hold, for editors.
* `terraform/`: the modules. What is rendered there is not committed.
[#list artifacts as artifact]
* `terraform/[=artifact.name]`: [=artifact.description].
[/#list]

## Once

1. In `.github/workflows/exports.yaml` of the repository, name the repository that your exportctl is in.
2. Create a bucket for Terraform's state, and a role that CI may take for the plan. Name them in the repository's
   variables `TERRAFORM_STATE_BUCKET`, `TERRAFORM_STATE_REGION` and `TERRAFORM_PLAN_ROLE_ARN`.
3. To publish the register, let GitHub Pages deploy from GitHub Actions, make sure who may open the pages, and set the
   repository's variable `PUBLISH_REGISTER` to `true`. `exportctl site` writes the same pages here.

## Deploy

```sh
exportctl render
cd terraform
terraform init -backend-config=bucket=STATE_BUCKET -backend-config=region=STATE_REGION
terraform plan -out=plan.tfplan
terraform apply plan.tfplan
```

`docs/deploying.md`, which comes with exportctl, says what the receivers must allow, and what an alarm means. After an
upgrade of exportctl, `exportctl init --upgrade` renews what it wrote here: `docs/upgrading.md`.
