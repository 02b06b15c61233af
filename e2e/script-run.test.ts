/** The script with the real programs: QEMU, virtiofsd, swtpm and passt. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type HostFacts, renderArgv, renderShell, resolve, type VmSpec } from '../src/core/index.ts'
import { emptyQcow2 } from './qcow2.ts'
import { askQmp } from './qmp.ts'
import { needs } from './shared.ts'

/** Debian 12 has it in qemu-system-common. */
const virtiofsd = ['/usr/lib/qemu/virtiofsd', '/usr/libexec/virtiofsd'].find(existsSync)
const programs = ['qemu-system-x86_64', 'swtpm', 'passt']
const missing = programs.filter((program) => spawnSync(program, ['--version']).error !== undefined)
const isComplete = virtiofsd !== undefined && missing.length === 0
const reason = `not installed: ${[...missing, ...(virtiofsd === undefined ? ['virtiofsd'] : [])].join(', ')}`

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'vmwright-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

interface Vm {
  readonly stateDir: string
  readonly script: string
}

/** A VM with a share, a TPM and two forwards, which waits before its first instruction. */
function vm(name: string, backend: 'passt' | 'default', ports: readonly [number, number]): Vm {
  const stateDir = path.join(folder, name)
  const shared = path.join(folder, 'shared')
  mkdirSync(stateDir, { recursive: true })
  mkdirSync(shared, { recursive: true })
  const disk = path.join(folder, `${ports[0]}.qcow2`)
  writeFileSync(disk, emptyQcow2())
  const spec: VmSpec = {
    source: { kind: 'imported', libvirt_name: 'vm', disk_path: disk },
    ram: '128M',
    cpu: 1,
    libvirt: {
      type: 'qemu',
      cpu: { mode: 'maximum' },
      devices: {
        interfaces: [
          {
            type: 'user',
            backend: { type: backend },
            port_forwards: ports.map((start) => ({
              proto: 'tcp',
              address: '127.0.0.1',
              ranges: [{ start, to: 80 }],
            })),
          },
        ],
        filesystems: [
          {
            driver: { type: 'virtiofs' },
            binary: { path: virtiofsd ?? '' },
            source: { dir: shared },
            target: { dir: 'data' },
          },
        ],
        tpm: [{ model: 'tpm-crb', backend: { type: 'emulator', version: '2.0' } }],
      },
      qemu_arguments: [{ value: '-S' }],
    },
  }
  const host: HostFacts = { arch: 'x86_64', qemu: '7.2', paths: { state_dir: `${folder}/{name}` } }
  const resolved = resolve({ name, spec }, host, 'qemu')
  const script = path.join(folder, `${ports[0]}.sh`)
  writeFileSync(script, renderShell(renderArgv(resolved), resolved).text)
  return { stateDir, script }
}

function started({ script }: Vm, shell = 'sh'): { child: ChildProcess; said: () => string } {
  const child = spawn(shell, [script], { stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
  return { child, said: () => said }
}

/** Every process that names the folder of the tests, by its command line. */
function processes(): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
        return words.includes(folder) ? [`${pid} ${words}`] : []
      } catch {
        return []
      }
    })
}

/** What a run leaves is seen at last when everything has had its few seconds. */
async function expectNothingLeft({ stateDir }: Vm): Promise<void> {
  for (let tries = 0; tries < 100 && processes().length > 0; tries += 1) await sleep(100)
  expect(processes()).toEqual([])
  // The TPM's state stays, and the list that says so; and for two milliseconds there is a pipe with a name, which nobody has open afterwards.
  const left = readdirSync(stateDir).filter((name) => !/^tpm|^made$|^vmwright\.pid\.\d+$/.test(name))
  expect(left).toEqual([])
}

describe.each(['passt', 'default'] as const)('a VM with a share, a TPM and two forwards by %s', (backend) => {
  test('starts, and stops without a process or a socket left', { timeout: 60_000 }, async (context) => {
    needs(context, isComplete, reason)
    const one = vm(`by-${backend}`, backend, backend === 'passt' ? [20_180, 20_181] : [20_182, 20_183])
    const { child, said } = started(one)
    const ended = once(child, 'exit')
    const isOver = () => child.exitCode !== null
    const socket = path.join(one.stateDir, 'qmp.sock')
    const [status] = await askQmp(socket, ['query-status', 'quit'], isOver).catch(() => [])
    expect(status, said()).toContain('"status": "prelaunch"')
    expect(await ended).toEqual([0, null])
    await expectNothingLeft(one)
  })
})

describe.each(['dash', 'bash', 'busybox'])('in %s', (shell) => {
  const signals = ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGKILL'] as const
  const hasShell = spawnSync(shell, shell === 'busybox' ? ['true'] : ['-c', 'true']).error === undefined

  test.for(signals)(
    'leaves nothing when %s ends it at any step',
    { timeout: 120_000 },
    async (signal, context) => {
      needs(context, isComplete, reason)
      needs(context, hasShell, `${shell} is not installed`)
      // The name of a directory is no reason to fail.
      const one = vm(`${shell.slice(0, 3)} b'"$(x)`, 'passt', [20_184, 20_185])
      // From before the first helper to a QEMU that runs.
      // INT and HUP go the way of TERM.
      const few = signal === 'SIGINT' || signal === 'SIGHUP'
      const steps = few ? [30, 250, 900] : [5, 20, 40, 70, 110, 160, 220, 300, 400, 600, 900, 1500]
      for (const milliseconds of steps) {
        const { child } = shell === 'busybox' ? startedByApplet(one) : started(one, shell)
        const ended = once(child, 'exit')
        await sleep(milliseconds)
        child.kill(signal)
        await ended
        await expectNothingLeft(one)
      }
    },
  )
})

function startedByApplet({ script }: Vm) {
  return { child: spawn('busybox', ['sh', script], { stdio: 'ignore', detached: true }) }
}

test('leaves nothing when its whole process group is killed', { timeout: 60_000 }, async (context) => {
  needs(context, isComplete, reason)
  const one = vm('group', 'passt', [20_186, 20_187])
  for (const milliseconds of [50, 200, 400, 1500]) {
    const { child } = started(one)
    const ended = once(child, 'exit')
    await sleep(milliseconds)
    process.kill(-(child.pid ?? 0), 'SIGKILL')
    await ended
    await expectNothingLeft(one)
  }
})
