// A real OpenID provider (oidc-provider) on a free port: prints one line about itself, and ends when its input closes.
import { createServer } from 'node:http'
import { once } from 'node:events'
import Provider from 'oidc-provider'

const [back, secondStep] = process.argv.slice(2)

const server = createServer()
server.listen(0, '127.0.0.1')
await once(server, 'listening')
const issuer = `http://127.0.0.1:${server.address().port}`

const provider = new Provider(issuer, {
	clients: [
		{
			client_id: 'samenspel',
			client_secret: 'een-geheim-van-de-proef+met/tekens',
			redirect_uris: [back],
			grant_types: ['authorization_code'],
			response_types: ['code'],
		},
	],
	acrValues: [secondStep],
	claims: { openid: ['sub'], acr: null, profile: ['name'] },
	conformIdTokenClaims: false,
	cookies: { keys: ['only for this proof'] },
	features: { devInteractions: { enabled: false } },
	interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
	findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, name: `Naam van ${id}` }) }),
	pkce: { required: () => true },
	// Everybody here has agreed before, as in a municipality.
	async loadExistingGrant(ctx) {
		const grant = new ctx.oidc.provider.Grant({
			clientId: ctx.oidc.client.clientId,
			accountId: ctx.oidc.session.accountId,
		})
		grant.addOIDCScope('openid profile')
		await grant.save()
		return grant
	},
})

const form = (uid) => `<!doctype html><title>Inloggen</title>
<form method="post" action="/interaction/${uid}">
<input name="login"><input type="checkbox" name="second"><button>Inloggen</button></form>
<a href="/interaction/${uid}/cancel">Stoppen</a>`

async function interaction(request, response) {
	const { uid } = await provider.interactionDetails(request, response)
	if (request.url.endsWith('/cancel')) {
		const result = { error: 'access_denied', error_description: 'a person pressed cancel' }
		return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
	}
	if (request.method !== 'POST') {
		response.setHeader('content-type', 'text/html; charset=utf-8')
		return response.end(form(uid))
	}
	let body = ''
	for await (const piece of request) body += piece
	const typed = new URLSearchParams(body)
	const login = { accountId: typed.get('login') }
	if (typed.has('second')) login.acr = secondStep
	return provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false })
}

const pages = provider.callback()
server.on('request', (request, response) => {
	if (!request.url.startsWith('/interaction/')) return pages(request, response)
	interaction(request, response).catch((error) => {
		response.statusCode = 400
		response.end(String(error))
	})
})
console.log(issuer)
process.stdin.resume()
process.stdin.on('end', () => process.exit(0))
