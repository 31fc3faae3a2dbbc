# In this repository Maven builds the zip; a workspace of its own has it in this folder.
lambda_zip = "../lambda/target/export-lambda.zip"
