{
  "yaml.schemas": {
[#list kinds as kind]
    "schema/[=kind].schema.json": "datasets/[=kind]/*.yaml",
[/#list]
    "schema/platform.schema.json": "datasets/platform.yaml"
  }
}
