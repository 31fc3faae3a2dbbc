# In this repository Maven builds the zips; a workspace of its own has them in this folder.
artifacts = {
  "export-lambda.zip"  = "../lambda/target/export-lambda.zip"
  "landing-loader.zip" = "../workloads/landing/loader/target/landing-loader.zip"
}
