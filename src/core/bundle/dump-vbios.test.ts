import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { HostFacts } from '../host/index.ts'
import type { Design } from '../spec/index.ts'
import { bundle } from './index.ts'

const card = { domain: '0x0000', bus: '0x01', slot: '0x00', function: '0x0' }

function designWith(file: string | undefined): Design {
  const rom = file === undefined ? {} : { rom: { file } }
  return {
    name: 'win',
    spec: { disk_size: '20G', libvirt: { devices: { hostdevs: [{ type: 'pci', source: card, ...rom }] } } },
  }
}

function filesOf(design: Design, host?: HostFacts): ReadonlyMap<string, string> {
  const { files } = bundle(design, host)
  return new Map(files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]))
}

let directory = ''
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'vmwright-rom-'))
  mkdirSync(path.join(directory, 'bin'))
  mkdirSync(path.join(directory, 'sys/0000:01:00.0'), { recursive: true })
  writeFileSync(path.join(directory, 'sys/0000:01:00.0/rom'), '')
  // What sysfs gives is not what was written there.
  program('cat', `exec /bin/cat -- "$2.content"`)
  program('id', 'echo 0')
})
afterEach(() => rmSync(directory, { recursive: true }))

function program(name: string, lines: string): void {
  const file = path.join(directory, 'bin', name)
  writeFileSync(file, `#!/bin/sh\n${lines}\n`)
  chmodSync(file, 0o755)
}

function dump(file: string, content: Uint8Array) {
  const rom = path.join(directory, 'sys/0000:01:00.0/rom')
  writeFileSync(`${rom}.content`, content)
  const text = filesOf(designWith(file)).get('dump-vbios.sh') ?? ''
  const script = text.replaceAll('/sys/bus/pci/devices', path.join(directory, 'sys'))
  const { status, stdout, stderr } = spawnSync('sh', ['-c', script], {
    encoding: 'utf8',
    env: { PATH: `${path.join(directory, 'bin')}:${process.env['PATH'] ?? ''}` },
  })
  return { status, said: stdout + stderr, switchedOff: readFileSync(rom, 'utf8') === '0\n' }
}

const good = new Uint8Array([0x55, 0xaa, 1, 2, 3])

describe('dump-vbios.sh', () => {
  it('is there for a graphics card whose ROM is to be a file, and named where the host is prepared', () => {
    const files = filesOf(designWith('/srv/card.rom'))
    expect(files.get('dump-vbios.sh')).toContain('\ndump 0000:01:00.0 /srv/card.rom\n')
    expect(files.get('README.md')).toContain('`dump-vbios.sh`')
    expect(files.get('host-setup.sh')).toContain('sudo ./dump-vbios.sh')
    expect(filesOf(designWith(undefined)).has('dump-vbios.sh')).toBe(false)
    const network: HostFacts = {
      pci: [
        {
          address: { domain: 0, bus: 1, slot: 0, function: 0 },
          class_code: '0200',
          class_name: 'Ethernet controller',
          name: 'Card',
          vendor_id: '8086',
          device_id: '1521',
        },
      ],
    }
    expect(filesOf(designWith('/srv/pxe.rom'), network).has('dump-vbios.sh')).toBe(false)
  })

  it('reads the ROM into the file, and closes it again', () => {
    const file = path.join(directory, "a new one/card's.rom")
    expect(dump(file, good)).toMatchObject({ status: 0, switchedOff: true })
    expect([...readFileSync(file)]).toEqual([...good])
  })

  it('leaves a file that is there as it is', () => {
    const file = path.join(directory, 'card.rom')
    writeFileSync(file, 'mine')
    const { status, said } = dump(file, good)
    expect([status, said]).toEqual([0, `There already, and left as it is: ${file}\n`])
    expect(readFileSync(file, 'utf8')).toBe('mine')
  })

  it('takes nothing that does not begin as a ROM does', () => {
    const file = path.join(directory, 'card.rom')
    const { status, said, switchedOff } = dump(file, new Uint8Array([0xff, 0xff, 0]))
    expect([status, switchedOff, existsSync(file)]).toEqual([1, true, false])
    expect(said).toContain('begins with ffff and not with 55aa')
    expect(dump(file, new Uint8Array()).said).toContain("can't be read")
  })
})
