import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { vmwright } from './command.ts'
import { needs, shared } from './shared.ts'

const samples = path.join(shared, 'samples/vm')
const host = path.join(samples, 'host-linux.json')
const schema = path.join(shared, 'reference/rng-11.3/domain.rng')

const xmllint = spawnSync('xmllint', ['--version']).status === 0

/** The facts of the samples say session, which takes no graphics card, and a state directory in a home. */
function withSystem(): string {
  const facts: object = JSON.parse(readFileSync(host, 'utf8'))
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'vmwright-host-')), 'host.json')
  writeFileSync(file, JSON.stringify({ ...facts, connection: 'system', paths: undefined }))
  return file
}

describe.each(['web', 'arch', 'gpu-workstation'])('the sample %s', (name) => {
  const hostFile = () => (name === 'gpu-workstation' ? withSystem() : host)
  const file = path.join(samples, `${name}.yml`)

  test('becomes domain XML that libvirt 11.3 takes by its schema', async (context) => {
    needs(context, existsSync(schema), '../shared is not there')
    needs(context, xmllint, 'xmllint is not installed')
    const facts = hostFile()
    const { status, out, err } = await vmwright(['convert', file, '--host', facts, '--to', 'xml'])
    expect({ status, err }).toEqual({ status: 0, err: '' })
    const validated = spawnSync('xmllint', ['--noout', '--relaxng', schema, '-'], {
      input: out,
      encoding: 'utf8',
    })
    expect(validated.stderr).toBe('- validates\n')
  })

  test('means the same after each way back', async (context) => {
    needs(context, existsSync(file), '../shared is not there')
    const facts = hostFile()
    const direct = (await vmwright(['convert', file, '--host', facts, '--to', 'xml', '--no-spec'])).out
    expect(direct).toMatch(/^<domain/)
    for (const format of ['yaml', 'json', 'link']) {
      const written = (await vmwright(['convert', file, '--to', format])).out
      const again = await vmwright(['convert', '-', '--host', facts, '--to', 'xml', '--no-spec'], written)
      expect(again).toEqual({ status: 0, out: direct, err: '' })
    }
  })
})
