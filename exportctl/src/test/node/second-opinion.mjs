// What an editor says of a document: YAML 1.2 (the parser that yaml-language-server uses), then JSON schema. Reads a
// JSON line for each document, { schema: path, yaml: base64 }; writes a JSON line for each, { syntax, schema, value }.
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import Ajv from 'ajv'
import formats from 'ajv-formats'
import { Document, isAlias, isMap, isSeq, parseAllDocuments, visit } from 'yaml'

// Dates are checked, as editors do.
const ajv = formats.default(new Ajv({ allErrors: true, strict: false }))
const schemas = new Map()

// Keys are text: a schema knows no others.
const options = { stringKeys: true, intAsBigInt: true, prettyErrors: false, logLevel: 'error' }

function schemaAt(path) {
  if (!schemas.has(path)) {
    schemas.set(path, ajv.compile(JSON.parse(readFileSync(path, 'utf8'))))
  }
  return schemas.get(path)
}

function decode(bytes) {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
}

/** The value as text that says type and content: what CanonicalText writes of our own nodes. */
function canonical(node) {
  if (isMap(node)) {
    return `{${node.items.map(({ key, value }) => `${canonical(key)}:${canonical(value)}`).join(',')}}`
  }
  if (isSeq(node)) {
    return `[${node.items.map(canonical).join(',')}]`
  }
  if (isAlias(node)) {
    return `*${node.source}`
  }
  const value = node?.value ?? null
  switch (typeof value) {
    case 'string':
      return `"${value.replaceAll(/["\\]/g, '\\$&')}"`
    case 'bigint':
      return `integer ${value}`
    case 'number':
      return `float ${bits(value)}`
    default:
      return String(value)
  }
}

function bits(number) {
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, number)
  return view.getBigUint64(0).toString(16)
}

/** Schemas know numbers only, of whatever size. */
function toNumbers(document) {
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === 'bigint') {
        node.value = Number(node.value)
      }
    }
  })
}

function syntaxFaults(documents) {
  return documents.flatMap(({ errors }) => errors).map(({ code, message }) => `${code}: ${message}`)
}

function schemaFaults(documents, isValid) {
  return documents.flatMap((document) => {
    toNumbers(document)
    return isValid(document.toJS()) ? [] : isValid.errors.map(({ instancePath, message }) => `${instancePath} ${message}`)
  })
}

function opinion({ schema, yaml }) {
  try {
    const text = decode(Buffer.from(yaml, 'base64'))
    const documents = parseAllDocuments(text, options)
    const parsed = documents.empty ? [new Document(null)] : documents
    const syntax = syntaxFaults(parsed)
    const value = parsed.map(({ contents }) => canonical(contents)).join(' --- ')
    return { syntax, schema: syntax.length > 0 ? [] : schemaFaults(parsed, schemaAt(schema)), value }
  } catch (error) {
    // Text that is not UTF-8, aliases that would expand without end.
    return { syntax: [String(error)], schema: [], value: '' }
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(opinion(JSON.parse(line)))}\n`)
}
