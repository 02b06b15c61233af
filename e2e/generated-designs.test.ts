/** 300 designs made at random start a real QEMU, which then says by QMP that it has what the design says. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod/mini'
import { argvOf, renderArgv, resolve, type VmSpec } from '../src/core/index.ts'
import { type CommandOption, readOptions } from '../src/core/qemu/index.ts'
import { type GeneratedDesign, generatedDesigns } from './generated-designs.ts'
import { emptyQcow2 } from './qcow2.ts'
import { askQmp } from './qmp.ts'
import { needs } from './shared.ts'

const hasQemu = spawnSync('qemu-system-x86_64', ['--version']).status === 0
const firmware = '/usr/share/OVMF/OVMF_CODE_4M.fd'
const designs = 300
const designsOfATest = 25

let folder = ''
let all: readonly GeneratedDesign[] = []
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'vmwright-'))
  const raw = path.join(folder, 'raw,1.img')
  writeFileSync(raw, new Uint8Array(1440 * 1024))
  const directory = path.join(folder, 'shared')
  mkdirSync(directory)
  const variables = path.join(folder, 'variables.fd')
  writeFileSync(variables, new Uint8Array(528 * 1024))
  all = fc.sample(generatedDesigns({ raw, directory, firmware, variables }), { seed: 7, numRuns: designs })
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const batches = Array.from({ length: designs / designsOfATest }, (_, index) => index * designsOfATest)

test.for(batches)('QEMU has what designs %i and on say', { timeout: 300_000 }, async (first, context) => {
  needs(context, hasQemu, 'qemu-system-x86_64 is not installed')
  needs(context, existsSync(firmware), 'the package ovmf is not installed')
  for (let index = first; index < first + designsOfATest; index += 1) await startsAsDesigned(index)
})

async function startsAsDesigned(index: number): Promise<void> {
  const design = all[index]
  if (design === undefined) throw new Error(`there is no design ${index}`)
  const name = `vm${index}`
  const stateDir = path.join(folder, name)
  mkdirSync(stateDir)
  writeFileSync(path.join(stateDir, 'disk.qcow2'), emptyQcow2())
  const spec: VmSpec = {
    source: { kind: 'imported', libvirt_name: name, disk_path: `${stateDir}/disk.qcow2` },
    ram: '128M',
    cpu: design.vcpus,
    libvirt: design.libvirt,
  }
  const host = { arch: 'x86_64', qemu: '7.2.0', paths: { state_dir: `${folder}/{name}` } }
  const command = renderArgv(resolve({ name, spec }, host, 'qemu'))
  const said = `${JSON.stringify(design.libvirt)}\n${argvOf(command).join('\n')}`
  expect(
    command.findings.filter(({ severity }) => severity === 'error'),
    said,
  ).toEqual([])

  const words = argvOf(command)
  const answers = await answersOf(words, path.join(stateDir, 'qmp.sock'), said)
  const there = [...answers.types]
  for (const type of design.types) {
    const at = there.indexOf(type)
    expect(at, `${type} is not there\n${said}`).toBeGreaterThanOrEqual(0)
    there.splice(at, 1)
  }
  expect(answers.cpus, said).toBe(design.vcpus)
  for (const { id, slot, number } of rootBusDevices(readOptions(words.slice(1))))
    expect(answers.pci, `${id}\n${said}`).toContainEqual(expect.objectContaining({ id, slot, number }))
  rmSync(stateDir, { recursive: true })
}

interface Place {
  readonly id: string
  readonly slot: number
  readonly number: number
}

/** Before its firmware has run, a guest knows no bus behind a bridge. */
function rootBusDevices(options: readonly CommandOption[]): Place[] {
  return options.flatMap(({ name, pairs }) => {
    const keys = new Map(pairs)
    const [slot, number = '0'] = (keys.get('addr') ?? '').split('.')
    const isOnRoot = name === 'device' && (keys.get('bus') === 'pcie.0' || keys.get('bus') === 'pci.0')
    return isOnRoot && slot ? [{ id: keys.get('id') ?? '', slot: Number(slot), number: Number(number) }] : []
  })
}

const listAnswer = z.object({ return: z.array(z.object({ type: z.string() })) })
const pciAnswer = z.object({
  return: z.array(
    z.object({
      devices: z.array(z.object({ qdev_id: z.string(), slot: z.number(), function: z.number() })),
    }),
  ),
})
const cpusAnswer = z.object({ return: z.array(z.object({ 'cpu-index': z.number() })) })

interface Answers {
  /** QOM types of the devices and back ends that were asked for. */
  readonly types: readonly string[]
  readonly pci: readonly Place[]
  readonly cpus: number
}

async function answersOf(words: readonly string[], socket: string, said: string): Promise<Answers> {
  const [program = '', ...options] = words
  // Several disks of a design are the same file.
  const unlocked = options.map((word) =>
    word.replaceAll(/((?:file\.)*)filename=[^,]*raw,,1\.img/g, '$&,$1locking=off'),
  )
  const qemu = spawn(program, [...unlocked, '-S'], { stdio: ['ignore', 'ignore', 'pipe'] })
  let printed = ''
  qemu.stderr.on('data', (chunk: Buffer) => {
    printed += chunk.toString()
  })
  const ended = once(qemu, 'exit')
  try {
    const list = (folder: string) => ({ execute: 'qom-list', arguments: { path: folder } })
    const commands = [
      list('/machine/peripheral'),
      list('/machine/peripheral-anon'),
      list('/objects'),
      'query-pci',
      'query-cpus-fast',
      'quit',
    ]
    const answers = await askQmp(socket, commands, () => qemu.exitCode !== null)
    expect(
      printed.split('\n').filter((line) => /^qemu-system-\S+:(?! warning:)/.test(line)),
      said,
    ).toEqual([])
    const [named, unnamed, objects, pci, cpus] = answers.map((answer): unknown => JSON.parse(answer))
    expect((await ended)[0], said).toBe(0)
    return {
      types: [named, unnamed, objects].flatMap((answer) =>
        listAnswer.parse(answer).return.map(({ type }) => type.replace(/^child<(.*)>$/, '$1')),
      ),
      pci: pciAnswer
        .parse(pci)
        .return.flatMap(({ devices }) =>
          devices.map((one) => ({ id: one.qdev_id, slot: one.slot, number: one.function })),
        ),
      cpus: cpusAnswer.parse(cpus).return.length,
    }
  } finally {
    qemu.kill()
  }
}
