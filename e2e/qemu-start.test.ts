import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { vmwright } from './command.ts'
import { emptyQcow2 } from './qcow2.ts'
import { askQmp } from './qmp.ts'
import { needs, shared } from './shared.ts'

const samples = path.join(shared, 'samples/vm')
const hasQemu = spawnSync('qemu-system-x86_64', ['--version']).status === 0

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'vmwright-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** The host of the samples with its files in a folder of the test. */
function hostFile(): string {
  const host: object = JSON.parse(readFileSync(path.join(samples, 'host-linux.json'), 'utf8'))
  const paths = {
    state_dir: `${folder}/{name}`,
    disk: '{state_dir}/disk.qcow2',
    seed: '{state_dir}/seed.iso',
  }
  const file = path.join(folder, 'host.json')
  writeFileSync(file, JSON.stringify({ ...host, qemu: installedVersion(), paths }))
  return file
}

/** The QEMU that is here, which is older than that of the samples' host. */
function installedVersion(): string {
  const { stdout } = spawnSync('qemu-system-x86_64', ['--version'], { encoding: 'utf8' })
  return /version (\d+\.\d+\.\d+)/.exec(stdout)?.[1] ?? ''
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? address.port : 0
}

/** Without KVM, and on ports that nobody has. */
async function forThisMachine(words: readonly string[]): Promise<string[]> {
  const port = await freePort()
  return words.map((word, index) => {
    if (words[index - 1] === '-cpu') return 'max'
    if (words[index - 1] === '-accel') return 'tcg'
    return word
      .replace(/hostfwd=tcp:127\.0\.0\.1:\d+-/g, 'hostfwd=tcp:127.0.0.1:0-')
      .replace(/^port=\d+,addr=127/, `port=${port},addr=127`)
  })
}

/** Listens where passt would: a guest that does not run yet sends it nothing. */
function listenFor(words: readonly string[]): Server[] {
  return words.flatMap((word) => {
    const socket = /^stream,.*addr\.path=([^,]+)/.exec(word)?.[1]
    return socket === undefined ? [] : [createServer().listen(socket)]
  })
}

describe.each(['web', 'arch'])('the command line of the sample %s', (name) => {
  test('starts QEMU', async (context) => {
    needs(context, existsSync(samples), '../shared is not there')
    needs(context, hasQemu, 'qemu-system-x86_64 is not installed')
    const file = path.join(samples, `${name}.yml`)
    const { status, out } = await vmwright(['convert', file, '--host', hostFile(), '--to', 'argv'])
    expect(status).toBe(0)
    const words: unknown = JSON.parse(out)
    const isText = (word: unknown): word is string => typeof word === 'string'
    const [program = '', ...args] = Array.isArray(words) ? words.filter(isText) : []
    expect(program).toBe('qemu-system-x86_64')

    const vm = /"guest=([^",]+)/.exec(out)?.[1] ?? ''
    const stateDir = path.join(folder, vm)
    mkdirSync(stateDir)
    writeFileSync(path.join(stateDir, 'disk.qcow2'), emptyQcow2())
    writeFileSync(path.join(stateDir, 'seed.iso'), new Uint8Array(1024 * 1024))

    const passt = listenFor(args)
    const qemu = spawn(program, [...(await forThisMachine(args)), '-S'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    qemu.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    const ended = once(qemu, 'exit')
    try {
      const isOver = () => qemu.exitCode !== null
      const answers = await askQmp(path.join(stateDir, 'qmp.sock'), ['query-status', 'quit'], isOver)
      expect(said).toBe('')
      expect(answers[0]).toContain('"status": "prelaunch"')
      expect((await ended)[0]).toBe(0)
    } finally {
      qemu.kill()
      for (const server of passt) server.close()
    }
  }, 60_000)
})
