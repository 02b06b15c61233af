/** Command lines that are read and written again: libvirt's own, and those that people write. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { qemuCommand } from '../src/core/index.ts'
import { difference, isSame } from './argv-comparison.ts'
import { type CommandLine, commandLines, rewriteArgv } from './argv-corpus.ts'
import { demandsOf, unmet } from './argv-demands.ts'

const fixtures = path.join(import.meta.dirname, 'fixtures/argv')
const shared = path.join(import.meta.dirname, '../../shared')
const schema = path.join(shared, 'reference/rng-11.3/domain.rng')
const hasSchema = existsSync(schema) && spawnSync('xmllint', ['--version']).status === 0

/** Fixtures with what libvirt 11.3 does not have yet. */
const newer: Readonly<Record<string, string>> = {
  'blockdev-chain.sh': 'NVMe controllers came with 11.5',
  'quickemu-like.sh': 'the host name of a user network came later',
}

/** The end of a program that the text starts beside QEMU: ours is started anew, on a socket in the state directory. */
const ownSocket: Readonly<Record<string, string>> = {
  'virtiofs-share.sh': '-chardev socket',
  'windows-11-tpm.sh': '-chardev socket',
}

describe('a command line of a forum, of quickemu or of the QEMU manual', () => {
  test.each(commandLines(fixtures))('$name', async (line) => {
    const { xml, words, findings, said } = rewriteArgv(line.text)
    const expected = path.join(import.meta.dirname, 'expected/argv', line.name.replace(/\.\w+$/, ''))
    await expect(xml).toMatchFileSnapshot(`${expected}.xml`)
    const read = findings.filter(({ code }) => code.startsWith('argv.'))
    const found = read.map(({ code, position, message }) => `${position?.line ?? ''}: ${code}: ${message}\n`)
    await expect(found.join('')).toMatchFileSnapshot(`${expected}.findings.txt`)
    const first = qemuCommand(line.text)
    const demands = demandsOf(first?.program ?? '', first?.words ?? [])
    const offers = demandsOf(words[0] ?? '', words.slice(1))
    expect(unmet(demands, offers).filter(({ what }) => what !== ownSocket[line.name])).toEqual([])
    // What was short is written out: from there on nothing changes any more.
    const again = rewriteArgv(JSON.stringify(words))
    expect(difference(said.devices, again.said.devices)).toEqual({ missing: [], extra: [] })
    expect(difference(said.properties, again.said.properties)).toEqual({ missing: [], extra: [] })
  })

  test('is a domain that libvirt’s schema takes (skipped without ../shared or xmllint)', ({ skip }) => {
    skip(!hasSchema, '../shared/reference or xmllint is not there')
    const refused = commandLines(fixtures).flatMap(({ name, text }) => {
      const { stderr } = spawnSync('xmllint', ['--noout', '--relaxng', schema, '-'], {
        input: rewriteArgv(text).xml,
        encoding: 'utf8',
      })
      return stderr.includes('- validates') || name in newer ? [] : [`${name}: ${stderr}`]
    })
    expect(refused).toEqual([])
  })
})

describe('libvirt’s own command lines (skipped without ../shared)', () => {
  const folder = path.join(shared, 'corpus/libvirt-11.3')
  const isThere = existsSync(folder)

  /** Lines that come back as another one, and why. */
  const known: Readonly<Record<string, string>> = {
    'aarch64-default-cpu-kvm-virt-4.2.aarch64.args': 'KVM on ARM runs on no other processor than the host’s',
    'boot-network.x86_64.args': 'a list that names a network without a card leaves nothing on the line',
    'chardev-backends-json.x86_64.args': '-chardev is written as text, which every version takes',
    'migrate-numa-unaligned.x86_64.args': '-m is what the cells hold together',
    'schema-reorder-domain-subelements.x86_64.args': 'the socket of passt is in the state directory',
  }

  test.skipIf(!isThere)('come back with the same devices and properties', () => {
    const lines: readonly CommandLine[] = commandLines(folder)
    expect(lines.length).toBeGreaterThan(600)
    const different = lines.filter(({ text }) => {
      const { devices, properties } = rewriteArgv(text)
      return !isSame(devices) || !isSame(properties)
    })
    expect(different.map(({ name }) => name).filter((name) => known[name] === undefined)).toEqual([])
  })
})
