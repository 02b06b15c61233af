import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { VmSpec } from '../spec/index.ts'
import { guestSetup } from './guest-setup.ts'

const virtiofs = (dir: string) => ({ driver: { type: 'virtiofs' }, target: { dir } }) as const
const agent = { type: 'unix', name: 'org.qemu.guest_agent.0' } as const
const image = (distro: string) => ({ kind: 'cloud_image', url: 'https://a.example/x', distro }) as const
const setup = (spec: VmSpec, arch?: string) =>
  guestSetup({ name: 'x', spec }, arch === undefined ? undefined : { arch })
const console = 'systemctl enable --now serial-getty@ttyS0'

describe('guestSetup', () => {
  it.each(['debian', 'alpine', 'void', 'nixos'])('of %s, with odd names', async (distro) => {
    const filesystems = [virtiofs('workspace'), virtiofs(`a b'"$(x)`), virtiofs('ends with \\')]
    const { files, commands } = setup({
      source: image(distro),
      libvirt: { devices: { filesystems, channels: [agent] } },
    })
    const written = [
      ...files.map(({ path: at, content }) => `--- ${at}\n${content}`),
      '--- runcmd\n',
      ...commands.map((command) => `${command}\n`),
    ]
    await expect(written.join('')).toMatchFileSnapshot(`__snapshots__/guest-setup-${distro}.txt`)
  })

  it.each([
    ['a PC', { source: image('debian') }, 'x86_64', [console]],
    ['a host that is not known', { source: image('fedora') }, undefined, [console]],
    ['an ARM host', { source: image('fedora') }, 'aarch64', []],
    ['an ARM guest', { source: image('fedora'), machine: 'virt' }, 'x86_64', []],
    ['no serial port', { source: image('fedora'), libvirt: { devices: { serial: [] } } }, 'x86_64', []],
    [
      'a port on USB',
      { source: image('fedora'), libvirt: { devices: { serial: [{ target: { type: 'usb-serial' } }] } } },
      'x86_64',
      [],
    ],
    ['a copy', { source: { kind: 'clone', from_vm: 'y' } }, 'x86_64', []],
  ] satisfies [string, VmSpec, string | undefined, string[]][])(
    'has a login on the serial port: %s',
    (_name, spec, arch, commands) => {
      expect(setup(spec, arch).commands).toEqual(commands)
    },
  )

  it('leaves a domain that was taken over as it is', () => {
    const spec: VmSpec = {
      source: { kind: 'imported', libvirt_name: 'y' },
      libvirt: { devices: { filesystems: [virtiofs('workspace')], channels: [agent] } },
    }
    expect(setup(spec)).toEqual({ files: [], commands: [] })
  })

  it('writes a line of fstab once, whatever the tag', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'vmwright-'))
    const fstab = path.join(folder, 'fstab')
    writeFileSync(fstab, 'proc /proc proc\n')
    const { commands } = setup({
      source: image('alpine'),
      libvirt: { devices: { filesystems: [virtiofs(`a'"$(touch ${folder}/x)\\`)] } },
    })
    const [, append = ''] = commands.filter((command) => !command.startsWith('command -v'))
    for (let count = 0; count < 2; count++) spawnSync('sh', ['-c', append.replaceAll('/etc/fstab', fstab)])
    const lines = readFileSync(fstab, 'utf8').trimEnd().split('\n')
    rmSync(folder, { recursive: true })
    expect(lines).toHaveLength(2)
    expect(lines[1]).toMatch(/^a'"\$\(touch\\040.*\)\\134 \/mnt\/\S+ virtiofs nofail 0 0$/)
  })
})
