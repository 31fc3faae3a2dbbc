// An OpenID provider (npm oidc-provider) for the redirect address of the argument; it prints its issuer. A form
// POST /fault?kind=nonce makes it issue ID tokens with that fault from then on; kind=none makes it honest again.
import { createServer } from 'node:http'
import { exportJWK, generateKeyPair, decodeJwt, SignJWT } from 'jose'
import Provider from 'oidc-provider'

const [redirect] = process.argv.slice(2)
const server = createServer()
await new Promise(done => server.listen(0, '127.0.0.1', done))
const issuer = `http://127.0.0.1:${server.address().port}`
const { privateKey } = await generateKeyPair('RS256', { extractable: true })
const stranger = await generateKeyPair('RS256')
const jwk = { ...(await exportJWK(privateKey)), kid: 'test', alg: 'RS256', use: 'sig' }

const people = {
  ada: { name: 'Ada Example', email: 'ada@example.org', email_verified: true, groups: ['trade-data-managers'] },
  eve: { name: 'Eve Example', email: 'ada@example.org', email_verified: false, groups: [] }
}
const provider = new Provider(issuer, {
  clients: [{ client_id: 'store', client_secret: 'made-up-secret-of-the-client', redirect_uris: [redirect] }],
  claims: { openid: ['sub'], profile: ['name', 'groups'], email: ['email', 'email_verified'] },
  cookies: { keys: ['made up for tests'] },
  features: { devInteractions: { enabled: true } },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
  jwks: { keys: [jwk] },
  pkce: { required: () => true }
})

const faults = {
  nonce: claims => ({ ...claims, nonce: 'another' }),
  issuer: claims => ({ ...claims, iss: 'https://evil.example.org' }),
  audience: claims => ({ ...claims, aud: 'another' }),
  expiry: claims => ({ ...claims, iat: claims.iat - 7200, exp: claims.exp - 7200 }),
  signature: claims => claims
}
let kind = 'none'
provider.use(async (context, next) => {
  if (context.path === '/fault') {
    kind = context.query.kind
    context.body = 'ok'
    return
  }
  await next()
  if (context.path === '/token' && context.body?.id_token && kind !== 'none') {
    const claims = faults[kind](decodeJwt(context.body.id_token))
    context.body.id_token = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: 'test' })
      .sign(kind === 'signature' ? stranger.privateKey : privateKey)
  }
})
server.on('request', provider.callback())
console.log(issuer)
