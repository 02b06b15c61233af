/** What people's command lines become is accepted by a real QEMU of their architecture. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commandLines, rewriteArgv } from './argv-corpus.ts'
import { emptyQcow2 } from './qcow2.ts'
import { needs } from './shared.ts'

let folder = ''
let made = 0
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'vmwright-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** Undefined when the program is not there. */
function versionOf(program: string): string | undefined {
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' })
  return /version (\d+\.\d+\.\d+)/.exec(stdout)?.[1]
}

/** Devices of the host that a test machine does not have. */
const hostsOwn = /^(?:vfio-|usb-host|input-linux|vhost-user-|tpm-)/

/** Where QEMU would talk to somebody, and what only a real kernel has. */
const notHere = new Set('-monitor -qmp -serial -pidfile -vnc -dtb -tpmdev'.split(' '))

/** A PC looks at the header of its kernel. */
const ofKernel = new Set('-kernel -initrd -append'.split(' '))

/** The line without devices of the host's, on emulation, with an empty file for each file of the line. */
function forThisMachine(words: readonly string[], isPc: boolean): string[] {
  const out: string[] = []
  const files = new Map<string, string>()
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? ''
    const value = words[index + 1] ?? ''
    const takesValue = word.startsWith('-') && index + 1 < words.length && !value.startsWith('-')
    if (!takesValue) {
      if (word !== '-S') out.push(word)
      continue
    }
    index += 1
    if ((word === '-device' || word === '-object') && hostsOwn.test(value)) continue
    if (notHere.has(word) || (isPc && ofKernel.has(word))) continue
    out.push(word, here(word, value, files))
  }
  return [...out, '-display', 'none', '-S', '-qmp', 'stdio', '-monitor', 'none']
}

function here(option: string, value: string, files: Map<string, string>): string {
  switch (option) {
    case '-accel':
      return 'tcg'
    case '-cpu':
      return /^(?:host|kvm|EPYC)/.test(value) ? 'max' : value
    case '-display':
      return 'none'
    case '-kernel':
    case '-bios':
      return withFiles(`path=${value}`, files).slice('path='.length)
    case '-netdev':
      return value
        .replace(/^(?:tap|bridge)\b.*?(,id=\w+).*$/, 'user$1')
        .replace(/,(?:hostfwd|smb)=[^,]*/g, '')
    case '-audiodev':
      return value.replace(/^\w+(,id=\w+).*$/, 'none$1')
    case '-spice':
      return 'port=0,addr=127.0.0.1,disable-ticketing=on'
    case '-chardev':
      return value.replace(/^(?!spicevmc)\w+(,id=\w+).*$/, 'null$1')
    default:
      return withFiles(value, files)
        .replace('virtio-vga-gl', 'virtio-vga')
        .replace(/^driver=host_device/, 'driver=file')
        .replace(/^driver=(?:nbd|https).*(,node-name=[^,]+).*$/, 'driver=null-co,read-zeroes=on$1')
        .replace(/\bsize=(?:16777216k|16384M)/, 'size=1024M')
        .replace(/,hugetlb=on/, '')
        .replace(/,prealloc=(?:on|yes|true)/, '')
  }
}

function withFiles(value: string, files: Map<string, string>): string {
  return value.replace(/(?<=(?:filename|file|path|mem-path|romfile)=)(?:\/|C:)[^,]+/g, (file) => {
    const known = files.get(file)
    if (known !== undefined || file === '/dev/urandom') return known ?? file
    made += 1
    const own = path.join(folder, String(made))
    if (/^(?:\/srv|\/home|\/dev\/hugepages)/.test(file)) mkdirSync(own)
    // QEMU makes this one itself, as large as it has to be.
    else if (!file.startsWith('/dev/shm/')) {
      const isQcow2 = file.endsWith('.qcow2') || file.endsWith('/mac_hdd.img')
      writeFileSync(own, isQcow2 ? emptyQcow2() : '')
      // The flash memory of an ARM board has one size.
      if (!isQcow2) truncateSync(own, /AAVMF|arm_VARS/.test(file) ? 0x4000000 : 0x400000)
    }
    files.set(file, own)
    return own
  })
}

/** Emulation lacks this and that of a processor, which is a warning. */
function refusals(stderr: string): string[] {
  return stderr.split('\n').filter((line) => line !== '' && !/warning:|^Please configure -smp/.test(line))
}

/** Lines that libvirt would not start either, and why. */
const refused: Readonly<Record<string, string>> = {
  'usb-devices.sh': 'libvirt fills the ports of all USB controllers in turn, whatever speed they have',
}

describe.each(commandLines(path.join(import.meta.dirname, 'fixtures/argv')))('$name', ({ name, text }) => {
  test('starts QEMU when it is written out', (context) => {
    context.skip(name in refused, refused[name])
    const [program = ''] = rewriteArgv(text).words
    const version = versionOf(program)
    needs(context, version !== undefined, `${program} is not installed`)
    const { words } = rewriteArgv(text, { qemu: version ?? '' })
    const args = forThisMachine(words.slice(1), program.endsWith('x86_64'))
    const ended = spawnSync(program, args, {
      input: '{"execute": "qmp_capabilities"}{"execute": "query-status"}{"execute": "quit"}',
      encoding: 'utf8',
      timeout: 30_000,
    })
    expect(refusals(ended.stderr)).toEqual([])
    expect(ended.stdout).toContain('"status": "prelaunch"')
  }, 60_000)
})
