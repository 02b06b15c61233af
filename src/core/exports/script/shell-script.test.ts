import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HostFacts, hostPaths } from '../../host/index.ts'
import { argvOf, type QemuCommand, renderArgv } from '../../qemu/index.ts'
import { type Resolved, resolve } from '../../resolve/index.ts'
import type { VmSpec } from '../../spec/index.ts'
import { renderShell } from './shell-script.ts'

const host: HostFacts = { arch: 'x86_64', distro: 'arch', paths: { state_dir: '/var/vms/{name}' } }

const spec: VmSpec = {
  source: { kind: 'imported', libvirt_name: 'vm', disk_path: '/var/vms/vm/disk.qcow2' },
  firmware: 'uefi-insecure',
  network: { mode: 'user', port_forwards: ['8080:80'] },
  libvirt: {
    os: { kernel: '/boot/vmlinuz', cmdline: "it's\ntwo lines" },
    devices: {
      filesystems: [{ driver: { type: 'virtiofs' }, source: { dir: '/srv/a b' }, target: { dir: 'data' } }],
      tpm: [{ model: 'tpm-crb', backend: { type: 'emulator', version: '2.0' } }],
    },
  },
}

function scriptOf(resolved: Resolved) {
  return renderShell(renderArgv(resolved), resolved)
}

let folder = ''
let program = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'vmwright-'))
  program = path.join(folder, 'print words')
  writeFileSync(program, '#!/bin/sh\nprintf "%s\\0" "$@"\n')
  chmodSync(program, 0o755)
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

function run(text: string, options: { readonly shell?: string; readonly words?: readonly string[] } = {}) {
  const [shell = 'sh', ...applet] = (options.shell ?? 'sh').split(' ')
  const { stdout, stderr, status } = spawnSync(shell, [...applet, '-s', '--', ...(options.words ?? [])], {
    input: text,
    encoding: 'utf8',
    env: { ...process.env, HOME: folder },
  })
  return { stdout, stderr, status }
}

/** Runs a script with QEMU replaced by a program that prints its words. */
function wordsGiven(resolved: Resolved): string[] {
  const { stdout, stderr, status } = run(scriptOf(resolved).text)
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
  return stdout.split('\0').slice(0, -1)
}

/** Without KVM, and with another program in QEMU's place. */
function withProgram(resolved: Resolved, name = program): Resolved {
  const { devices, ...domain } = resolved.domain
  return { ...resolved, domain: { ...domain, type: 'qemu', devices: { ...devices, emulator: name } } }
}

/** A design with nothing that could be missing. */
function bare(name: string, libvirt: VmSpec['libvirt'] = {}): Resolved {
  const facts = { ...host, paths: { state_dir: `${folder}/{name}` } }
  return withProgram(resolve({ name, spec: { libvirt } }, facts, 'qemu'))
}

const shells = ['dash', 'bash', 'busybox sh'].filter(
  (shell) => spawnSync(shell.split(' ')[0] ?? '', ['-c', 'true']).error === undefined,
)

describe('the script', () => {
  it('checks, makes directories and the variable store, starts the helpers, then QEMU', async () => {
    const { text } = scriptOf(resolve({ name: 'vm', spec }, host, 'qemu'))
    await expect(text).toMatchFileSnapshot('expected/helpers.sh')
  })

  it('says how to make the root disk, and how to install each program where the host is not known', async () => {
    const source = { kind: 'cloud_image', url: 'https://example.org/it.qcow2' } as const
    const { text } = scriptOf(
      resolve({ name: 'vm', spec: { ram: '1G', source, disk_size: '20G' } }, undefined, 'qemu'),
    )
    await expect(text).toMatchFileSnapshot('expected/plain.sh')
  })

  it('says the place of every line', () => {
    const { text, lines } = scriptOf(resolve({ name: 'vm', spec }, host, 'qemu'))
    const written = text.split('\n').slice(0, -1)
    expect(lines.length).toBe(written.length)
    const placeOf = (part: string) => lines[written.findIndex((line) => line.includes(part))]
    expect(placeOf('-netdev')).toEqual(['devices', 'interfaces', 0])
    expect(placeOf('--shared-dir')).toEqual(['devices', 'filesystems', 0])
    expect(placeOf('start swtpm socket')).toEqual(['devices', 'tpm', 0])
    expect(placeOf('two lines')).toEqual(['os', 'cmdline'])
    expect(placeOf('cp --')).toEqual(['os', 'nvram'])
    expect(placeOf('#!/bin/sh')).toEqual([])
  })

  it('is clean for shellcheck', (context) => {
    context.skip(spawnSync('shellcheck', ['--version']).status !== 0, 'shellcheck is not installed')
    for (const facts of [host, undefined]) {
      const { text } = scriptOf(resolve({ name: 'vm', spec }, facts, 'qemu'))
      expect(spawnSync('shellcheck', ['-'], { input: text, encoding: 'utf8' }).stdout).toBe('')
    }
  })

  it('gives QEMU every text as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (cmdline, serial) => {
        const resolved = bare('vm', {
          os: { kernel: program, cmdline },
          devices: { disks: [{ source: { file: program }, target: { dev: 'vdb', bus: 'virtio' }, serial }] },
        })
        expect(wordsGiven(resolved)).toEqual(argvOf(renderArgv(resolved)).slice(1))
      }),
      { numRuns: 10 },
    )
  }, 30_000)

  it('prints the command that it would run, quoted', () => {
    const resolved = bare('printed', { os: { kernel: '/none', cmdline: "it's\n\n" } })
    const { stdout, status } = run(scriptOf(resolved).text, { words: ['--print'] })
    expect(status).toBe(0)
    const again = spawnSync('sh', { input: stdout, encoding: 'utf8' })
    expect(again.stdout.split('\0').slice(0, -1)).toEqual(argvOf(renderArgv(resolved)).slice(1))
    expect(existsSync(path.join(folder, 'printed'))).toBe(false)
  })

  it('fills the home in for paths that begin with it, and for nothing else', () => {
    const libvirt = { os: { kernel: program, cmdline: 'a=~/b' } }
    const resolved = withProgram(resolve({ name: 'vm', spec: { libvirt } }, undefined, 'qemu'))
    const { stateDir } = hostPaths(undefined, 'vm')
    const words = wordsGiven(resolved)
    expect(words.join(' ')).toContain(`${folder}${stateDir.slice(1)}/`)
    expect(words).toContain('a=~/b')
    expect(words.filter((word) => word.includes('~'))).toEqual(['a=~/b'])
    expect(statSync(`${folder}${stateDir.slice(1)}`).mode & 0o777).toBe(0o700)
  })
})

describe.each(shells)('in %s', (shell) => {
  const name = `in ${shell.split(' ')[0]} b'"$(x)`
  const stateDir = () => path.join(folder, name)
  const inPlace = (script: string): Resolved => {
    const file = path.join(folder, `${shell.split(' ')[0]}-qemu`)
    writeFileSync(file, `#!/bin/sh\n${script}\n`)
    chmodSync(file, 0o755)
    return withProgram(bare(name), file)
  }
  const command = (resolved: Resolved, more: Partial<QemuCommand>) =>
    renderShell({ ...renderArgv(resolved), ...more }, resolved).text

  it('says all that is missing before it does anything', () => {
    const missing = resolve(
      { name: 'nothing', spec: { ...spec, libvirt: { ...spec.libvirt, os: { kernel: '/none/kernel' } } } },
      { ...host, paths: { state_dir: `${folder}/{name}` } },
      'qemu',
    )
    const { stderr, status } = run(scriptOf(withProgram(missing, '/none/qemu-system-x86_64')).text, { shell })
    expect(status).toBe(1)
    expect(stderr).toContain(
      'The program /none/qemu-system-x86_64 is missing. Install it: sudo pacman -S qemu-base\n',
    )
    expect(stderr).toContain('The kernel is missing: /none/kernel. ')
    expect(stderr).toContain('The directory of the share data is missing: /srv/a b. ')
    expect(existsSync(path.join(folder, 'nothing'))).toBe(false)
  })

  it('ends with the status of QEMU', () => {
    expect(run(scriptOf(inPlace('exit 7')).text, { shell })).toEqual({ stdout: '', stderr: '', status: 7 })
    expect(readdirSync(stateDir())).toEqual([])
  })

  it('says its variables to QEMU alone, and writes secrets for as long as it runs', () => {
    const resolved = inPlace('echo "$WORD"; ls -l "$SECRET" | cut -c 1-10; cat "$SECRET"')
    const secret = path.join(stateDir(), 'secret')
    const environment = [
      { name: 'WORD', value: "a 'b'", path: [] },
      { name: 'SECRET', value: secret, path: [] },
    ]
    const secrets = [{ name: 'password of VNC', file: secret, text: "it's\\n", path: [] }]
    const { stdout, stderr } = run(command(resolved, { environment, secrets }), { shell })
    expect({ stdout, stderr }).toEqual({ stdout: "a 'b'\n-rw-------\nit's\\n", stderr: '' })
    expect(readdirSync(stateDir())).toEqual([])
  })

  it('copies a file that is not there yet, whole and writable', () => {
    const from = path.join(folder, 'template')
    writeFileSync(from, 'variables')
    chmodSync(from, 0o444)
    const to = path.join(stateDir(), 'vars')
    const copies = [{ from, to, path: [] }]
    expect(run(command(inPlace('true'), { copies }), { shell }).status).toBe(0)
    expect(statSync(to).mode & 0o777).toBe(0o600)
    writeFileSync(to, 'mine')
    expect(run(command(inPlace(`cat "${to.replace(/["$]/g, '\\$&')}"`), { copies }), { shell }).stdout).toBe(
      'mine',
    )
    const list = path.join(stateDir(), 'made')
    expect(readFileSync(list, 'utf8')).toBe('file vars\n')
    expect(statSync(list).mode & 0o777).toBe(0o600)
    rmSync(to)
    rmSync(list)
  })

  it('does not start a second time while it runs, and after a crash it does', () => {
    const again = path.join(folder, 'again.sh')
    const resolved = inPlace(`${shell} ${again}; echo "second: $?"`)
    const { text } = scriptOf(resolved)
    writeFileSync(again, text)
    const { stdout, stderr } = run(text, { shell })
    expect(stdout).toBe('second: 1\n')
    expect(stderr).toMatch(/^The VM runs already: process \d+\.\n$/)
    mkdirSync(stateDir(), { recursive: true })
    writeFileSync(path.join(stateDir(), 'vmwright.pid'), `${process.pid} 1\n99999999 5\n`)
    expect(run(scriptOf(inPlace('exit 3')).text, { shell }).status).toBe(3)
    expect(readdirSync(stateDir())).toEqual([])
  })

  it('says that a helper has died, and starts no QEMU', () => {
    const socket = path.join(stateDir(), 'fs0.sock')
    const argv = ['sh', '-c', 'echo no such thing >&2; exit 3']
    const helpers = [{ name: 'virtiofsd', argv, socket, path: [] }] as const
    const { stdout, stderr, status } = run(command(inPlace('echo started'), { helpers }), { shell })
    expect({ stdout, status }).toEqual({ stdout: '', status: 1 })
    expect(stderr).toBe(`no such thing\nvirtiofsd has ended, and its socket is not there: ${socket}\n`)
    expect(readdirSync(stateDir())).toEqual([])
  })
})
