// A receiver of news that checks their signatures by the reference implementation, and plays runs of Airflow.
import Hawk from 'hawk'
import http from 'node:http'

const [id, key] = process.argv.slice(2)
const credentials = { id, key, algorithm: 'sha256' }
const seen = []
const asked = {}

async function body(request) {
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

function state(dag, times) {
  if (dag === 'fails') return times > 1 ? 'failed' : 'running'
  if (dag === 'never') return 'running'
  return times > 1 ? 'success' : 'running'
}

function answer(method, path, times) {
  const dag = path.split('/')[4]
  if (dag === 'refuses') return [404, {}]
  if (dag === 'down' && method === 'POST' && times <= 2) return [503, {}]
  if (method === 'POST') return [200, { message: 'Created', execution_date: '2024-01-01T00:00:00+00:00' }]
  return [200, { state: state(dag, times) }]
}

const server = http.createServer(async (request, response) => {
  const text = await body(request)
  if (request.url === '/seen') {
    response.end(JSON.stringify({ seen }))
    return
  }
  try {
    const options = { payload: text, contentType: request.headers['content-type'], timestampSkewSec: 86400 }
    await Hawk.server.authenticate(request, () => credentials, options)
    const times = (asked[request.method + request.url] = (asked[request.method + request.url] || 0) + 1)
    const [status, object] = answer(request.method, request.url, times)
    seen.push(`${request.method} ${request.url} ${text} ${status}`.replace('  ', ' '))
    response.writeHead(status, { 'Content-Type': 'application/json' })
    response.end(JSON.stringify(object))
  } catch (error) {
    seen.push(`${request.method} ${request.url} ${error.message}`)
    response.writeHead(401)
    response.end()
  }
})
server.listen(0, '127.0.0.1', () => console.log(server.address().port))
