import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HostFacts, hostPaths } from '../host/index.ts'
import { argvOf, renderArgv } from '../qemu/index.ts'
import { type Resolved, resolve } from '../resolve/index.ts'
import type { VmSpec } from '../spec/index.ts'
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
  writeFileSync(program, '#!/bin/sh\nprintf "%s\\\\0" "$@"\n'.replace('\\\\', '\\'))
  chmodSync(program, 0o755)
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** Runs a script with QEMU replaced by a program that prints its words. */
function wordsGiven(resolved: Resolved, home = folder): string[] {
  const { text } = scriptOf(resolved)
  const { stdout, stderr, status } = spawnSync('sh', {
    input: text,
    encoding: 'utf8',
    env: { ...process.env, HOME: home },
  })
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
  return stdout.split('\0').slice(0, -1)
}

function withProgram(resolved: Resolved): Resolved {
  const { devices, ...domain } = resolved.domain
  return { ...resolved, domain: { ...domain, devices: { ...devices, emulator: program } } }
}

describe('the script', () => {
  it('makes directories and the variable store, starts the helpers, then QEMU', async () => {
    const { text } = scriptOf(resolve({ name: 'vm', spec }, host, 'qemu'))
    await expect(text).toMatchFileSnapshot('expected/helpers.sh')
  })

  it('makes room for QEMU when nothing has to be stopped afterwards', async () => {
    const { text } = scriptOf(resolve({ name: 'vm', spec: { ram: '1G' } }, host, 'qemu'))
    await expect(text).toMatchFileSnapshot('expected/plain.sh')
  })

  it('says the place of every line', () => {
    const { text, lines } = scriptOf(resolve({ name: 'vm', spec }, host, 'qemu'))
    const written = text.split('\n').slice(0, -1)
    expect(lines.length).toBe(written.length)
    const placeOf = (part: string) => lines[written.findIndex((line) => line.includes(part))]
    expect(placeOf('-netdev user')).toEqual(['devices', 'interfaces', 0])
    expect(placeOf('--shared-dir')).toEqual(['devices', 'filesystems', 0])
    expect(placeOf('swtpm socket')).toEqual(['devices', 'tpm', 0])
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
    const given = { ...host, paths: { state_dir: `${folder}/{name}` } }
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (cmdline, serial) => {
        const libvirt: VmSpec['libvirt'] = {
          os: { kernel: '/k', cmdline },
          devices: { disks: [{ source: { file: '/a' }, target: { dev: 'vdb', bus: 'virtio' }, serial }] },
        }
        const resolved = withProgram(resolve({ name: 'vm', spec: { libvirt } }, given, 'qemu'))
        expect(wordsGiven(resolved)).toEqual(argvOf(renderArgv(resolved)).slice(1))
      }),
      { numRuns: 15 },
    )
  }, 30_000)

  it('fills the home in for paths that begin with it, and for nothing else', () => {
    const libvirt = { os: { kernel: '/k', cmdline: 'a=~/b' } }
    const resolved = withProgram(resolve({ name: 'vm', spec: { libvirt } }, undefined, 'qemu'))
    const { stateDir } = hostPaths(undefined, 'vm')
    const words = wordsGiven(resolved)
    expect(words).toContain(`${folder}${stateDir.slice(1)}/qemu.pid`)
    expect(words).toContain('a=~/b')
    expect(words.filter((word) => word.includes('~'))).toEqual(['a=~/b'])
    expect(existsSync(`${folder}${stateDir.slice(1)}`)).toBe(true)
  })
})

describe('helpers', () => {
  it('are waited for, and stopped when QEMU has ended', (context) => {
    context.skip(spawnSync('python3', ['--version']).status !== 0, 'python3 is not installed')
    const daemon = path.join(folder, 'daemon')
    const pidFile = path.join(folder, 'daemon.pid')
    writeFileSync(
      daemon,
      [
        '#!/usr/bin/env python3',
        'import os, socket, sys, time',
        `open(${JSON.stringify(pidFile)}, 'w').write(str(os.getpid()))`,
        'time.sleep(0.3)',
        'socket.socket(socket.AF_UNIX).bind(sys.argv[sys.argv.index("--socket-path") + 1])',
        'time.sleep(60)',
      ].join('\n'),
    )
    chmodSync(daemon, 0o755)
    const given = { ...host, paths: { state_dir: `${folder}/{name}` } }
    const filesystems = [
      {
        driver: { type: 'virtiofs' },
        binary: { path: daemon },
        source: { dir: '/srv' },
        target: { dir: 't' },
      },
    ] as const
    const resolved = withProgram(
      resolve({ name: 'vm', spec: { libvirt: { devices: { filesystems } } } }, given, 'qemu'),
    )
    expect(wordsGiven(resolved)).toEqual(argvOf(renderArgv(resolved)).slice(1))
    expect(existsSync(`${folder}/vm/fs0.sock`)).toBe(true)
    const pid = Number(readFileSync(pidFile, 'utf8'))
    expect(() => process.kill(pid, 0)).toThrow('ESRCH')
  }, 30_000)
})
