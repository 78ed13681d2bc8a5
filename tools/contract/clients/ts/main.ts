// Uses the client that @hey-api/openapi-ts made: it signs in, lists projects,
// creates a lead, and meets a 422 and a 412. Its argument is the address of the
// API. scripts/check-contract.sh generates the client and runs this.
import assert from 'node:assert/strict'
import { client } from './client/client.gen'
import { createLead, listProjects, signIn, updateLead } from './client/index'

async function main() {
  client.setConfig({ baseUrl: process.argv[2] })

  const me = await signIn({ body: { login: 'majun', password: 'Chicheng-2026' } })
  assert.equal(me.response?.status, 201)
  const cookie = me.response?.headers.getSetCookie()[0]?.split(';')[0]
  assert.ok(cookie)
  client.setConfig({ headers: { Cookie: cookie } })

  const list = await listProjects()
  assert.ok(list.data && list.data.items.length > 0)

  const lead = { company: '合同检验丙有限公司', subject: '装配线', channel: 'self' } as const
  const made = await createLead({ body: lead })
  assert.ok(made.data)

  const refused = await createLead({ body: { ...lead, company: '' } })
  assert.equal(refused.response?.status, 422)
  assert.equal(refused.error?.code, 'input.invalid')

  const change = { path: { id: made.data.id }, headers: { 'If-Match': '"1"' }, body: { ...lead, subject: '二号装配线' } }
  assert.ok((await updateLead(change)).data)
  const stale = await updateLead(change)
  assert.equal(stale.response?.status, 412)
  assert.equal(stale.error?.code, 'record.stale')

  console.log('the client of openapi-ts signed in, listed, created, and met a 422 and a 412')
}

main().catch((fault: unknown) => {
  console.error(fault)
  process.exit(1)
})
