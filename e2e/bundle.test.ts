/** The bundle as the command writes it, before the programs that read it: unzip, shellcheck, xmllint, qemu-img. */
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { vmwright } from './command.ts'
import { emptyQcow2 } from './qcow2.ts'
import { needs } from './shared.ts'

const odd = `a b'"$(x)`

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'vmwright-'))
  mkdirSync(path.join(folder, odd))
  writeFileSync(path.join(folder, 'designs.json'), JSON.stringify({ vms: designs }))
  writeFileSync(path.join(folder, 'it.qcow2'), emptyQcow2())
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const cloudImage = (url: string) => ({
  source: {
    kind: 'cloud_image',
    url,
    base_user: 'fedora',
    checksum: { type: 'sha256', value: 'ab'.repeat(32) },
  },
  disk_size: '4G',
  autostart: true,
  ssh: { port_auto: true, key_source: 'generate' },
  libvirt: {
    type: 'qemu',
    devices: {
      filesystems: [{ driver: 'virtiofs', source: `~/shared ${odd}`, target: 'workspace' }],
      tpm: [{ model: 'tpm-crb', backend: { type: 'emulator', version: '2.0' } }],
    },
  },
})

const designs = {
  cloud: cloudImage('https://example.org/it.qcow2'),
  [odd]: cloudImage(`https://example.org/${odd}`),
  bootc: {
    source: { kind: 'bootc', box: `quay.io/it:${odd}`, kernel_args: `a=${odd} b` },
    libvirt: { type: 'qemu' },
  },
  clone: { source: { kind: 'clone', from_vm: odd, from_snapshot: odd, cloud_init_clean: true } },
  bootstrap: { source: { kind: 'bootstrap', builder: 'debootstrap' } },
  imported: { source: { kind: 'imported', libvirt_name: 'old', disk_path: `/srv/${odd}` } },
  gpu: {
    disk_size: '10G',
    libvirt: {
      memory_backing: { hugepages: { size: '2M' }, locked: true },
      devices: {
        hostdevs: [
          {
            type: 'pci',
            source: { domain: '0x0000', bus: '0x01', slot: '0x00', function: '0x0' },
          },
        ],
      },
    },
  },
  empty: { disk_size: '10G', libvirt: { type: 'qemu' } },
}

async function unzipped(name: string): Promise<string> {
  const out = path.join(folder, odd, `${Object.keys(designs).indexOf(name)}.zip`)
  await vmwright(['bundle', path.join(folder, 'designs.json'), '--vm', name, '--out', out, '--force'])
  const tested = spawnSync('unzip', ['-tq', out], { encoding: 'utf8' })
  expect(tested.stdout).toContain('No errors detected')
  const directory = out.slice(0, -'.zip'.length)
  rmSync(directory, { recursive: true, force: true })
  expect(spawnSync('unzip', ['-q', out, '-d', directory], { encoding: 'utf8' }).stderr).toBe('')
  return path.join(directory, name)
}

function isThere(program: string): boolean {
  return spawnSync(program, ['--version']).error === undefined
}

test.each(Object.keys(designs))(
  'the bundle of %j can be read by every program',
  async (name) => {
    const [shellcheck, xmllint] = [isThere('shellcheck'), isThere('xmllint')]
    const directory = await unzipped(name)
    const files = readdirSync(directory)
    for (const script of files.filter((file) => file.endsWith('.sh'))) {
      const text = path.join(directory, script)
      if (shellcheck) expect(spawnSync('shellcheck', [text], { encoding: 'utf8' }).stdout, script).toBe('')
    }
    if (xmllint)
      expect(
        spawnSync('xmllint', ['--noout', path.join(directory, 'domain.xml')], { encoding: 'utf8' }).stderr,
      ).toBe('')
    const sums = spawnSync('sha256sum', ['-c', '--quiet', 'SHA256SUMS'], { cwd: directory, encoding: 'utf8' })
    expect(sums.stdout + sums.stderr).toBe('')
  },
  60_000,
)

test('host-setup.sh says what it would do', async () => {
  const { status, stdout, stderr } = spawnSync('sh', [path.join(await unzipped('gpu'), 'host-setup.sh')], {
    encoding: 'utf8',
  })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toContain('  Would ')
  expect(stdout).toContain('Nothing was done. To do it: sudo ./host-setup.sh --apply\n')
})

test('with the real qemu-img the disk is an overlay in the size that was asked for', async (context) => {
  needs(context, isThere('qemu-img'), 'not installed: qemu-img')
  const image = path.join(folder, 'it.qcow2')
  const { source, ...others } = cloudImage(image)
  const design = { ...others, source: { kind: source.kind, url: image, base_user: source.base_user } }
  const spec = path.join(folder, 'one.json')
  writeFileSync(spec, JSON.stringify({ vms: { [odd]: design } }))
  const directory = path.join(folder, odd, 'real')
  await vmwright(['bundle', spec, '--out', directory])
  const bin = path.join(folder, 'bin')
  mkdirSync(bin)
  writeFileSync(path.join(bin, 'ssh'), '#!/bin/sh\n')
  chmodSync(path.join(bin, 'ssh'), 0o755)
  const ran = spawnSync(path.join(directory, 'create.sh'), ['--files', '--make-shares'], {
    encoding: 'utf8',
    env: { PATH: `${process.env['PATH'] ?? ''}:${bin}`, HOME: path.join(folder, odd) },
  })
  expect(ran.stderr).toBe('')
  const disk = path.join(folder, odd, '.local/share/vmwright', odd, 'disk.qcow2')
  expect(existsSync(disk)).toBe(true)
  const info = spawnSync('qemu-img', ['info', '--output=json', disk], { encoding: 'utf8' }).stdout
  expect(JSON.parse(info)).toMatchObject({
    'virtual-size': 4 * 1024 ** 3,
    'backing-filename': image,
    format: 'qcow2',
  })
})
