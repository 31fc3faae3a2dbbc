// A server that checks the signature of a request and signs its reply, all by the reference implementation.
import Hawk from 'hawk'
import http from 'node:http'

const [id, key] = process.argv.slice(2)
const credentials = { id, key, algorithm: 'sha256' }
const server = http.createServer(async (request, response) => {
  try {
    const { artifacts } = await Hawk.server.authenticate(request, () => credentials, { payload: '' })
    const body = JSON.stringify({ url: request.url })
    const contentType = 'application/json'
    const signature = Hawk.server.header(credentials, artifacts, { payload: body, contentType })
    const wrong = request.url.includes('wrong')
    response.writeHead(200, {
      'Content-Type': contentType,
      'Server-Authorization': wrong ? signature.replace(/mac="./, 'mac="~') : signature,
    })
    response.end(body)
  } catch (error) {
    response.writeHead(401)
    response.end(String(error.message))
  }
})
server.listen(0, '127.0.0.1', () => console.log(server.address().port))
