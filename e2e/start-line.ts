/** A command line of somebody's on this machine: without the host's devices, and with an empty file for each of its files. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { emptyQcow2 } from './qcow2.ts'

/** Undefined when the program is not there. */
export function versionOf(program: string): string | undefined {
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' })
  return /version (\d+\.\d+\.\d+)/.exec(stdout)?.[1]
}

/** Devices of the host that a test machine does not have. */
const hostsOwn = /^(?:vfio-|usb-host|input-linux|vhost-user-|tpm-)/

/** Where QEMU would talk to somebody, and what only a real kernel has. */
const notHere = new Set('-monitor -qmp -serial -pidfile -vnc -dtb -tpmdev'.split(' '))

/** A PC looks at the header of its kernel. */
const ofKernel = new Set('-kernel -initrd -append'.split(' '))

/** @param folder for the files, of this test alone */
function forThisMachine(words: readonly string[], isPc: boolean, folder: string): string[] {
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
    if ((word === '-device' || word === '-object') && hostsOwn.test(value.replace('{"driver":"', '')))
      continue
    if (notHere.has(word) || (isPc && ofKernel.has(word))) continue
    out.push(word, here(word, value, files, folder))
  }
  return [...out, '-display', 'none', '-S', '-qmp', 'stdio', '-monitor', 'none']
}

function here(option: string, value: string, files: Map<string, string>, folder: string): string {
  switch (option) {
    case '-accel':
      return 'tcg'
    case '-cpu':
      return /^(?:host|kvm|EPYC)/.test(value) ? 'max' : value
    case '-display':
      return 'none'
    case '-kernel':
    case '-initrd':
    case '-bios':
      return withFiles(`path=${value}`, files, folder).slice('path='.length)
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
      return withFiles(value, files, folder)
        .replace('virtio-vga-gl', 'virtio-vga')
        .replace(/^driver=host_(?:device|cdrom)/, 'driver=file')
        .replace(/"driver":"host_(?:device|cdrom)"/, '"driver":"file"')
        .replace(/^driver=(?:nbd|https).*(,node-name=[^,]+).*$/, 'driver=null-co,read-zeroes=on$1')
        .replace(/\bsize=(?:16777216k|16384M)/, 'size=1024M')
        .replace(/,hugetlb=on/, '')
        .replace(/,prealloc=(?:on|yes|true)/, '')
  }
}

function withFiles(value: string, files: Map<string, string>, folder: string): string {
  return value.replace(
    /(?<=(?:filename|file|path|mem-path|romfile)(?:=|":"))(?:(?:\/|C:)[^,"]+|[\w.-]+\.(?:qcow2|img|iso)\b)/g,
    (file) => {
      const known = files.get(file)
      if (known !== undefined || file === '/dev/urandom') return known ?? file
      const own = path.join(folder, String(files.size))
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
    },
  )
}

/** Emulation lacks this and that of a processor, which is a warning. */
function refusals(stderr: string): string[] {
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
