import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HostFacts } from '../host/index.ts'
import type { Design } from '../spec/index.ts'
import { utf8Decode } from '../text/index.ts'
import { bundle } from './bundle.ts'
import { zipBundle } from './zip-bundle.ts'

const host: HostFacts = {
  arch: 'x86_64',
  distro: 'arch',
  libvirt: '11.3.0',
  qemu: '10.0.0',
  connection: 'session',
  user: {
    name: 'me',
    uid: 1000,
    gid: 1000,
    subuid: { start: 100000, count: 65536 },
    subgid: { start: 100000, count: 65536 },
  },
  ssh_public_key: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExampleKeyForTests me@host',
}

const designs: Readonly<Record<string, readonly [Design, HostFacts | undefined]>> = {
  headless: [
    {
      name: 'headless',
      spec: {
        source: {
          kind: 'cloud_image',
          url: 'https://example.org/Arch-Linux-x86_64-cloudimg.qcow2',
          checksum: { type: 'sha256', value: 'ab'.repeat(32) },
          base_user: 'arch',
        },
        disk_size: '40G',
        ram: '4G',
        cpu: 2,
        autostart: true,
        ssh: { port: 2224, key_source: 'generate' },
        network: { mode: 'user', port_forwards: ['8080:80'] },
        cloud_init: { package: ['git'] },
        libvirt: {
          devices: {
            channels: [{ name: 'org.qemu.guest_agent.0' }],
            filesystems: [
              { driver: { type: 'virtiofs' }, source: { dir: '/home/me/src' }, target: { dir: 'workspace' } },
              { driver: { type: 'virtiofs' }, source: { dir: '/srv/a b' }, target: { dir: 'my-data' } },
            ],
          },
        },
      },
    },
    host,
  ],
  windows: [
    {
      name: 'windows 11',
      spec: {
        disk_size: '80G',
        ram: '8G',
        cpu: 4,
        firmware: 'uefi-secure',
        autostart: true,
        network: { mode: 'nat', model: 'e1000e' },
        libvirt: {
          features: { smm: true },
          devices: {
            disks: [
              {
                type: 'file',
                device: 'cdrom',
                source: { file: '/var/lib/libvirt/images/Win11.iso' },
                target: { dev: 'sdb', bus: 'sata' },
              },
            ],
            tpm: [{ model: 'tpm-crb', backend: { type: 'emulator', version: '2.0' } }],
            graphics: [{ type: 'spice', listen: [{ address: '127.0.0.1' }] }],
          },
        },
      },
    },
    { arch: 'x86_64', distro: 'fedora', connection: 'system' },
  ],
  imported: [
    {
      name: 'imported',
      spec: {
        source: { kind: 'imported', libvirt_name: 'old', disk_path: '/srv/old.qcow2', disk_format: 'qcow2' },
        ram: '2G',
        ssh: { port: 2222, user: 'me' },
      },
    },
    undefined,
  ],
}

/** Bytes, and what has its own tests. */
const notRead = new Set(['seed.iso', 'qemu.sh', 'SHA256SUMS'])

describe.each(Object.entries(designs))('%s', (directory, [design, facts]) => {
  it('gives these files', async () => {
    const { files } = bundle(design, facts)
    for (const { name, bytes } of files.filter(({ name }) => !notRead.has(name)))
      await expect(utf8Decode(bytes)).toMatchFileSnapshot(
        `expected/${directory}/${name.replaceAll('\\', '%')}`,
      )
    const listing = files.map(({ name, executable }) => `${executable ? 'x' : '-'} ${name}\n`)
    await expect(listing.join('')).toMatchFileSnapshot(`expected/${directory}/files.txt`)
  })

  it('is the same bytes again, in whatever time zone', () => {
    const zone = process.env['TZ']
    const zips = ['Europe/Vienna', 'America/Los_Angeles', 'Asia/Kolkata'].map((one) => {
      process.env['TZ'] = one
      return zipBundle(bundle(design, facts).files, directory)
    })
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
    for (const zip of zips) expect(Buffer.compare(zip, zips[0] ?? new Uint8Array())).toBe(0)
  })
})

it('sums every other file up', () => {
  const { files } = bundle(...(designs['headless'] ?? [{ name: '', spec: {} }, undefined]))
  const sums = files.find(({ name }) => name === 'SHA256SUMS')
  for (const { name, bytes } of files)
    if (name !== 'SHA256SUMS')
      expect(utf8Decode(sums?.bytes ?? new Uint8Array())).toContain(
        `${createHash('sha256').update(bytes).digest('hex')}  ${name.replaceAll('\\', '\\\\')}\n`,
      )
})

it('names virt-viewer only where there is something to see in it', () => {
  const readmeOf = (model: 'virtio' | 'none') => {
    const spec: Design['spec'] = {
      ram: '2G',
      libvirt: { devices: { graphics: [{ type: 'spice', autoport: 'yes' }], video: [{ model }] } },
    }
    const { files } = bundle({ name: 'w', spec }, undefined)
    return utf8Decode(files.find(({ name }) => name === 'README.md')?.bytes ?? new Uint8Array())
  }
  expect(readmeOf('virtio')).toContain('virt-viewer')
  expect(readmeOf('none')).not.toContain('virt-viewer')
})

describe('whatever the design is called', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'vmwright-'))
  })
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  it('unzip makes its files, the scripts executable, and sh reads them', () => {
    let count = 0
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1 }),
        fc.string({ unit: 'grapheme' }),
        (name, text) => {
          const spec: Design['spec'] = {
            source: {
              kind: 'cloud_image',
              url: `https://example.org/${text}`,
              cache: `/${name}`,
              base_user: text,
            },
            ssh: { port_auto: true, key_source: 'generate', user: name },
            autostart: true,
            libvirt: {
              devices: {
                filesystems: [
                  { driver: { type: 'virtiofs' }, source: { dir: `~/${text}` }, target: { dir: name } },
                ],
              },
            },
          }
          const { files } = bundle({ name, spec }, undefined)
          const directory = path.join(folder, String(count++))
          mkdirSync(directory)
          writeFileSync(path.join(directory, 'it.zip'), zipBundle(files, 'vm'))
          const unzipped = spawnSync('unzip', ['-q', 'it.zip'], { cwd: directory, encoding: 'utf8' })
          if (unzipped.error !== undefined) return
          expect(unzipped.stdout + unzipped.stderr).toBe('')
          for (const { name: file, executable } of files) {
            const target = path.join(directory, 'vm', file)
            expect(statSync(target).mode & 0o777).toBe(executable ? 0o700 : 0o600)
            if (executable) expect(spawnSync('sh', ['-n', target], { encoding: 'utf8' }).stderr).toBe('')
          }
          const summed = spawnSync('sha256sum', ['-c', '--quiet', 'SHA256SUMS'], {
            cwd: path.join(directory, 'vm'),
            encoding: 'utf8',
          })
          expect(summed.stdout + summed.stderr).toBe('')
        },
      ),
      { numRuns: 20 },
    )
  }, 60_000)
})
