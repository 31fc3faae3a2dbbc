# In this repository Maven builds the zips; a workspace of its own has them in this folder.
artifacts = {
  "export-lambda.zip"  = "../lambda/target/export-lambda.zip"
  "ingestion.jar"      = "../workloads/collection/ingestion/target/ingestion.jar"
  "landing-loader.zip" = "../workloads/landing/loader/target/landing-loader.zip"
}
