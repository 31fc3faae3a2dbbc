// Walks over the pages of a table as the pipelines of data-flow do, and checks the signature of each reply.
import Hawk from 'hawk'
import http from 'node:http'

const [first, connect, id, key] = process.argv.slice(2)
const credentials = { id, key, algorithm: 'sha256' }
const results = []

function get(url) {
  const { header, artifacts } = Hawk.client.header(url, 'GET', { credentials, payload: '', contentType: '' })
  const { pathname, search } = new URL(url)
  // The target as it was signed, which a URL would change.
  const path = url.slice(url.indexOf('/', 8)) || pathname + search
  const [host, port] = connect.split(':')
  return new Promise((resolve, reject) => {
    const request = http.request({ host, port, path, headers: { Authorization: header, 'Content-Type': '' } }, (response) => {
      const chunks = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('end', () => resolve({ response, artifacts, body: Buffer.concat(chunks).toString() }))
    })
    request.on('error', reject)
    request.end()
  })
}

for (let url = first; url; ) {
  const { response, artifacts, body } = await get(url)
  if (response.statusCode === 401 || response.statusCode === 400) {
    console.log(JSON.stringify({ status: response.statusCode }))
    process.exit(0)
  }
  await Hawk.client.authenticate(response, credentials, artifacts, { payload: body, required: true })
  if (response.statusCode !== 200) {
    console.log(JSON.stringify({ status: response.statusCode, signed: true }))
    process.exit(0)
  }
  const page = JSON.parse(body)
  results.push(...page.results)
  url = page.next
}
console.log(JSON.stringify({ status: 200, results }))
