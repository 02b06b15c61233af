/** A command line of somebody's on this machine: without the host's devices, and with an empty file for each of its files. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isRecord } from '../src/core/table/index.ts'
import { emptyQcow2 } from './qcow2.ts'

/** Undefined when the program is not there. */
export function versionOf(program: string): string | undefined {
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' })
  return /version (\d+\.\d+\.\d+)/.exec(stdout)?.[1]
}

/** Devices of the host that a test machine does not have. */
const hostsOwn = /^(?:vfio-|usb-host|input-linux|vhost-user-|tpm-|sev-)/

/** Where QEMU would talk to somebody, and what only a real kernel has. */
const notHere = new Set('-monitor -qmp -pidfile -vnc -dtb -tpmdev'.split(' '))

/** A PC looks at the header of its kernel. */
const ofKernel = new Set('-kernel -initrd -append'.split(' '))

/** Where the files of a line are put. */
interface Place {
  /** By their names in the line. */
  readonly files: Map<string, string>
  readonly flashBytes: number
  readonly folder: string
}

/**
 * A line for this machine, which starts it stopped.
 *
 * @param folder for the files, of this test alone
 */
export function forThisMachine(words: readonly string[], isPc: boolean, folder: string): string[] {
  const out: string[] = []
  // Every file may be flash memory, which has one size on an ARM board.
  const place: Place = { files: new Map(), flashBytes: isPc ? 0x400000 : 0x4000000, folder }
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? ''
    const value = words[index + 1] ?? ''
    const takesValue = word.startsWith('-') && index + 1 < words.length && !value.startsWith('-')
    if (!takesValue) {
      if (word !== '-S') out.push(word)
      continue
    }
    index += 1
    if ((word === '-device' || word === '-object') && hostsOwn.test(value.replace('{"driver":"', '')))
      continue
    if (notHere.has(word) || (isPc && ofKernel.has(word))) continue
    out.push(word, here(word, value, place))
  }
  return [...out, '-display', 'none', '-S', '-qmp', 'stdio', '-monitor', 'none']
}

function here(option: string, value: string, place: Place): string {
  switch (option) {
    case '-accel':
      return 'tcg'
    case '-machine':
      return value
        .replace(/(?<=pc-(?:q35|i440fx)-)1[1-9]\.\d/, '10.0')
        .replace(/,confidential-guest-support=[^,]+/, '')
    case '-cpu':
      return /^(?:host|kvm|EPYC)/.test(value) ? 'max' : value
    case '-display':
      return 'none'
    case '-kernel':
    case '-initrd':
    case '-bios':
    case '-cdrom':
      return withFiles(`path=${value}`, place).slice('path='.length)
    case '-netdev':
      return value
        .replace(/^(?:tap|bridge|stream)\b.*?(,id=[\w.-]+).*$/, 'user$1')
        .replace(/,(?:hostfwd|smb)=[^,]*/g, '')
    case '-nic':
      return value
        .replace(/^(?:tap|bridge)\b(.*?),(?:br|ifname|helper)=.*$/, 'user$1')
        .replace(/,(?:hostfwd|smb)=[^,]*/g, '')
    // Locking takes half a minute here.
    case '-overcommit':
      return 'mem-lock=off'
    case '-serial':
      return value.startsWith('chardev:') ? value : 'null'
    case '-audiodev':
      return value.replace(/^\w+(,id=[\w.-]+).*$/, 'none$1')
    case '-spice':
      return 'port=0,addr=127.0.0.1,disable-ticketing=on'
    case '-chardev':
      return value.replace(/^(?!spicevmc)\w+(,id=[\w.-]+).*$/, 'null$1')
    default:
      return (
        withFiles(withoutRbd(value), place)
          .replace('virtio-vga-gl', 'virtio-vga')
          .replace(/^driver=(?:host_device|host_cdrom|file)\b/, 'driver=file,locking=off')
          .replace(/"driver":"(?:host_device|host_cdrom|file)"/, '"driver":"file","locking":"off"')
          .replace(
            /^driver=(?:nbd|https|iscsi|rbd)\b.*(,node-name=[^,]+).*$/,
            'driver=null-co,read-zeroes=on$1',
          )
          .replace(/\{[^{}]*"driver":"rbd"[^{}]*\}/, '{"driver":"null-co","read-zeroes":true}')
          // Not before QEMU 10.2.
          .replace(/,host_tunnel=off/, '')
          .replace(/\bsize=(?:16777216k|16384M)/, 'size=1024M')
          .replace(/,hugetlb=on/, '')
          .replace(/,prealloc=(?:on|yes|true)/, '')
      )
  }
}

/** QEMU's module for it is seldom installed. */
function withoutRbd(value: string): string {
  if (!value.startsWith('{')) return value
  return JSON.stringify(
    JSON.parse(value, (_, held: unknown) =>
      isRecord(held) && held['driver'] === 'rbd' ? { driver: 'null-co', 'read-zeroes': true } : held,
    ),
  )
}

function withFiles(value: string, { files, flashBytes, folder }: Place): string {
  return value.replace(
    /(?<=(?:filename|file|path|mem-path|romfile)(?:=|":"))(?:(?:\/|C:)[^,"]+|[\w.-]+\.(?:qcow2|img|iso)\b)/g,
    (file) => {
      const known = files.get(file)
      if (known !== undefined || file === '/dev/urandom') return known ?? file
      const own = path.join(folder, String(files.size))
      if (/^(?:\/srv|\/home|\/dev\/hugepages|\/run\/hugepages)/.test(file)) mkdirSync(own)
      // QEMU makes this one itself, as large as it has to be.
      else if (!file.startsWith('/dev/shm/')) {
        const isQcow2 = file.endsWith('.qcow2') || file.endsWith('/mac_hdd.img')
        writeFileSync(own, isQcow2 ? emptyQcow2(flashBytes) : '')
        if (!isQcow2) truncateSync(own, flashBytes)
      }
      files.set(file, own)
      return own
    },
  )
}

/** Emulation lacks this and that of a processor, which is a warning. */
export function refusals(stderr: string): string[] {
  return stderr.split('\n').filter((line) => line !== '' && !/warning:|^Please configure -smp/.test(line))
}

/** What QEMU says against a line when it is started, stopped; nothing when it waits to go on. */
export function refusalsAtStart(words: readonly string[], folder: string): readonly string[] {
  const [program = '', ...rest] = words
  const args = forThisMachine(rest, /x86_64|i386/.test(program), folder)
  const ended = spawnSync(program, args, {
    input: '{"execute": "qmp_capabilities"}{"execute": "query-status"}{"execute": "quit"}',
    encoding: 'utf8',
    timeout: 30_000,
  })
  const said = refusals(ended.stderr)
  return said.length > 0 || ended.stdout.includes('"status": "prelaunch"') ? said : ['it does not wait']
}
