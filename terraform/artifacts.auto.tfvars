# In this repository Maven builds the zip; a workspace of its own has it in this folder.
artifacts = {
  "export-lambda.zip" = "../lambda/target/export-lambda.zip"
}
