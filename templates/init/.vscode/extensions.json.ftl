{
  "recommendations": ["redhat.vscode-yaml"]
}
