import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { vmwright } from './command.ts'
import { needs, shared } from './shared.ts'

const fixtures = path.join(import.meta.dirname, 'fixtures')
const schema = path.join(shared, 'reference/rng-11.3/domain.rng')
const designs = readdirSync(fixtures).filter((file) => file.endsWith('.yml'))

const xmllint = spawnSync('xmllint', ['--version']).status === 0
const shellcheck = spawnSync('shellcheck', ['--version']).status === 0

/** What each design becomes is in e2e/expected/designs; `npx vitest run --project=e2e --update` writes it anew. */
describe.each(designs)('%s', (file) => {
  const base = path.basename(file, '.yml')
  const input = path.join(fixtures, file)
  // A session takes no graphics card and no huge pages.
  const host = path.join(fixtures, base === 'gaming' ? 'host-system.json' : 'host.json')

  test.each([
    // With the design in it there is src/core/stored-spec/expected.
    ['xml', 'xml', '--no-spec'],
    ['argv', 'argv.json'],
    ['shell', 'sh'],
    ['yaml', 'yml'],
    ['cloud-init', 'cloud-init.txt'],
  ])('as %s', async (format, extension, ...options) => {
    const { out } = await vmwright(['convert', input, '--host', host, '--to', format, ...options])
    await expect(out).toMatchFileSnapshot(`expected/designs/${base}.${extension}`)
  })

  test('its findings', async () => {
    const { out } = await vmwright(['check', input, '--host', host])
    await expect(out.replaceAll(fixtures, 'fixtures')).toMatchFileSnapshot(
      `expected/designs/${base}.findings.txt`,
    )
  })

  test('its XML is valid by the schema of libvirt 11.3', async (context) => {
    needs(context, existsSync(schema), '../shared is not there')
    needs(context, xmllint, 'xmllint is not installed')
    const { out } = await vmwright(['convert', input, '--host', host, '--to', 'xml'])
    const { stderr } = spawnSync('xmllint', ['--noout', '--relaxng', schema, '-'], {
      input: out,
      encoding: 'utf8',
    })
    expect(stderr).toBe('- validates\n')
  })

  test('shellcheck finds nothing in its script', async (context) => {
    needs(context, shellcheck, 'shellcheck is not installed')
    const { out } = await vmwright(['convert', input, '--host', host, '--to', 'shell'])
    const { stdout } = spawnSync('shellcheck', ['-'], { input: out, encoding: 'utf8' })
    expect(stdout).toBe('')
  })

  test('means the same after each way back', async () => {
    const direct = (await vmwright(['convert', input, '--to', 'json'])).out
    for (const format of ['yaml', 'json', 'link']) {
      const written = (await vmwright(['convert', input, '--to', format])).out
      expect(await vmwright(['convert', '-', '--to', 'json'], written)).toEqual({
        status: 0,
        out: direct,
        err: '',
      })
    }
  })
})
