/** The lines that Proxmox VE makes of its own test configurations: each is a machine, and what it becomes starts. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkDesign, forLibvirt, hasErrors, liftForQemu, readArgv } from '../src/core/index.ts'
import { rewriteArgv } from './argv-corpus.ts'
import { needs, shared } from './shared.ts'
import { refusalsAtStart, versionOf } from './start-line.ts'

const root = path.join(shared, 'fleet/data/pve-cfg2cmd')
const isThere = existsSync(root)
const lines = isThere
  ? readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.cmd'))
      .map((file) => ({ name: file, text: readFileSync(path.join(root, file), 'utf8') }))
  : []

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'vmwright-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

test('at least 90 give a design for libvirt without an error', (context) => {
  needs(context, isThere, 'the lines of Proxmox VE are not there')
  const wrong = lines.filter(({ text }) => {
    const { commands, findings } = readArgv(text)
    const [read] = commands
    if (read === undefined || commands.length > 1 || hasErrors(findings)) return true
    return hasErrors(checkDesign(forLibvirt(liftForQemu(read.domain, undefined)), undefined))
  })
  expect(lines.length - wrong.length, wrong.map(({ name }) => name).join()).toBeGreaterThanOrEqual(90)
})

/** What came after QEMU 7.2. */
const newer = /guest-phys-bits|virtio-iommu|intel-iommu|discard-no-unref/

/** What is no fault of the line: newer boards and devices, a processor of 32 bits with the address bits of another. */
const ofThisMachine =
  /unsupported machine type|'vmgenid' is not a valid|HyperV|module block-\S+ not found|in 32 bit$/

test('those that this QEMU has the devices of start', { timeout: 900_000 }, (context) => {
  needs(context, isThere, 'the lines of Proxmox VE are not there')
  const version = versionOf('qemu-system-x86_64')
  needs(context, version !== undefined, 'qemu-system-x86_64 is not installed')
  const isOld = Number.parseFloat(version ?? '') < 8
  const failed: string[] = []
  for (const { name, text } of lines) {
    const { words } = rewriteArgv(text, { qemu: version ?? '' })
    const line = words.join(' ')
    if (isOld && newer.test(line)) continue
    const said = refusalsAtStart(words, mkdtempSync(path.join(folder, 'line-')))
    if (said.length > 0 && !said.some((line) => ofThisMachine.test(line)))
      failed.push(`${name}: ${said.join(' ')}`)
  }
  expect(failed).toEqual([])
})
