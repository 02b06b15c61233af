/** Designs and facts that wish harm: nothing of them is run, and nothing of them is a line of its own. */
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { HostFacts } from '../host/index.ts'
import { hostSetup, readHostFacts } from '../host/index.ts'
import { resolve } from '../resolve/index.ts'
import { checkDesign } from '../rules/index.ts'
import type { VmSpec } from '../spec/index.ts'
import { utf8Decode } from '../text/index.ts'
import { bundle } from './index.ts'

function made(spec: VmSpec, facts?: HostFacts) {
  const { files, findings } = bundle({ name: 'vm', spec }, facts)
  const text = (name: string) => {
    const bytes = files.find((file) => file.name === name)?.bytes
    return (bytes && utf8Decode(bytes)) ?? ''
  }
  const errors = findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)
  return { text, errors }
}

function codesOf(spec: VmSpec): string[] {
  return checkDesign({ name: 'vm', spec }, undefined).map(({ code }) => code)
}

function setup(spec: VmSpec, facts: HostFacts) {
  const steps = hostSetup(facts, resolve({ name: 'vm', spec }, facts, 'libvirt').domain)
  const content = (file: string) =>
    steps
      .flatMap(({ files }) => files.filter(({ path: name }) => name.includes(file)).map((one) => one.content))
      .join('')
  return { steps, content, commands: steps.flatMap(({ commands }) => commands) }
}

describe('the UUID of a mediated device', () => {
  const spec: VmSpec = {
    libvirt: {
      devices: {
        hostdevs: [
          { type: 'mdev', model: 'vfio-pci', source: { uuid: '9; touch PWNED; #' } },
          { type: 'mdev', model: 'vfio-pci', source: { uuid: '3627463d-b7f0-4fea-b468-f1da537d301b' } },
        ],
      },
    },
  }

  it('is one, or is left out with an error', () => {
    const { text, errors } = made(spec)
    expect(text('host-setup.sh')).not.toContain('PWNED')
    expect(text('host-setup.sh')).toContain('mdevctl start --uuid 3627463d-b7f0-4fea-b468-f1da537d301b')
    expect(errors).toContain('host.setup')
    expect(codesOf(spec)).toContain('field.value')
  })
})

describe('the name of a bridge', () => {
  const onBridge = (bridge: string): VmSpec => ({
    libvirt: { devices: { interfaces: [{ type: 'bridge', source: { bridge } }] } },
  })

  it.each(['br1\nallow all', 'all', 'br 1', 'br1 # ', 'a'.repeat(16), '', '/etc/shadow'])(
    '%j is no line of bridge.conf',
    (bridge) => {
      const { content, steps } = setup(onBridge(bridge), { connection: 'session' })
      expect(content('bridge.conf')).toBe('')
      expect(steps.flatMap(({ findings = [] }) => findings.map(({ code }) => code))).toEqual(['host.setup'])
      expect(made(onBridge(bridge), { connection: 'session' }).errors).toContain('host.setup')
    },
  )

  it('is an error in the design as well', () => {
    expect(codesOf(onBridge('br1\nallow all'))).toContain('field.value')
    expect(codesOf(onBridge('br-lan_0.1'))).not.toContain('field.value')
  })

  it('that can be said is said', () => {
    expect(setup(onBridge('br0'), { connection: 'session' }).content('bridge.conf')).toBe('allow br0\n')
  })
})

it('ssh.config has no option of the design’s', () => {
  const spec: VmSpec = {
    network: { mode: 'user' },
    ssh: { user: 'me\n  ProxyCommand touch PWNED' },
    libvirt: {
      devices: {
        interfaces: [
          {
            type: 'user',
            backend: { type: 'passt' },
            port_forwards: [
              { address: '::1\n  LocalCommand touch PWNED', ranges: [{ start: 2222, to: 22 }] },
            ],
          },
        ],
      },
    },
  }
  const { text, errors } = made(spec)
  expect(text('ssh.config')).toContain('  Port 2222\n')
  expect(text('ssh.config')).not.toMatch(/PWNED|HostName|User /)
  expect(errors).toContain('bundle.ssh-config')
})

describe('host facts', () => {
  const facts: HostFacts = {
    arch: 'x86_64',
    connection: 'session',
    user: { name: 'x", RUN+="/bin/touch PWNED' },
    programs: { 'qemu-bridge-helper': { path: '/usr/lib/helper; touch PWNED #' } },
    pci: [
      {
        address: { domain: 0, bus: 1, slot: 0, function: 0 },
        class_code: '0300',
        class_name: '',
        name: '',
        vendor_id: '10de',
        device_id: '1234',
        driver: 'nvidia\ninstall ext4 /bin/touch PWNED\n#',
      },
      {
        address: { domain: 0, bus: 2, slot: 0, function: 0 },
        class_code: '0300',
        class_name: '',
        name: '',
        vendor_id: '1002',
        device_id: '1234',
      },
    ],
  }
  const spec: VmSpec = {
    libvirt: {
      devices: {
        interfaces: [{ type: 'bridge', source: { bridge: 'br0' } }],
        hostdevs: [{ type: 'pci', source: { domain: '0x0', bus: '0x01', slot: '0x00', function: '0x0' } }],
      },
    },
  }

  it('reach no file and no command as more than a word, even when nobody has checked them', () => {
    const { content, commands } = setup(spec, facts)
    expect(content('modprobe.d')).toBe('options vfio-pci ids=10de:1234\n')
    expect(content('rules.d')).toBe('SUBSYSTEM=="vfio", GROUP="kvm", MODE="0660"\n')
    expect(content('limits.d')).toMatch(/^@kvm soft memlock \d+\n@kvm hard memlock \d+\n$/)
    expect(commands).toContain(`chmod u+s -- '/usr/lib/helper; touch PWNED #'`)
  })

  it('are checked when they are read: what has not its form is left out with a word', () => {
    const written = { ...facts, pci: facts.pci?.map((device) => ({ ...device, address: '01:00.0' })) }
    const read = readHostFacts(JSON.stringify(written))
    expect(read.facts?.user).toEqual({})
    expect(read.facts?.pci?.map(({ driver }) => driver)).toEqual([undefined, undefined])
    expect(read.findings.map(({ code, path: place }) => `${code} ${place.join('.')}`)).toEqual([
      'host.facts.form user.name',
      'host.facts.form pci.0.driver',
    ])
  })
})

it('a title that begins with ~/ is no path, and a path is', () => {
  const { text } = made({
    libvirt: {
      title: '~/ is mine',
      os: { kernel: '~/vmlinuz', cmdline: '~/x' },
      sysinfo: undefined,
      qemu_arguments: [{ value: '~/y' }],
    },
  })
  const xml = text('domain.xml')
  expect(xml).toContain('<title>~/ is mine</title>')
  expect(xml).toContain('<cmdline>~/x</cmdline>')
  expect(xml).toContain("value='~/y'")
  expect(xml).toContain('<kernel>/@HOME@/vmlinuz</kernel>')
})

it('README.md has no HTML of the design’s', () => {
  const spec: VmSpec = {
    ram: '<b>1G</b>',
    network: { port_forwards: ['<i>:1'] },
    libvirt: { os: { arch: '<img src=x onerror=alert(1)>', machine: '| a | `b' } },
  }
  const { text } = made(spec)
  expect(text('README.md')).not.toMatch(/(?<!\\)<(?:img|b|i)\b/)
  expect(text('README.md')).toContain('\\<img src=x onerror=alert(1)\\>')
  expect(codesOf(spec)).toContain('field.value')
})

describe('host-setup.sh', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'vmwright-'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true })
  })

  it('stops at the first step that fails', () => {
    const spec: VmSpec = {
      libvirt: {
        devices: { hostdevs: [{ type: 'mdev', source: { uuid: '3627463d-b7f0-4fea-b468-f1da537d301b' } }] },
      },
    }
    for (const [name, body] of [
      ['id', 'echo 0'],
      ['mdevctl', `echo "$1" >>"${folder}/told"; [ "$1" != define ]`],
    ]) {
      writeFileSync(path.join(folder, name ?? ''), `#!/bin/sh\n${body}\n`)
      chmodSync(path.join(folder, name ?? ''), 0o755)
    }
    const script = made(spec)
      .text('host-setup.sh')
      .replaceAll(/(?<=[\s'"=])\/(etc|sys|var)\//g, `${folder}/$1/`)
    const { status, stderr } = spawnSync('sh', ['-s', '--', '--apply'], {
      input: script,
      encoding: 'utf8',
      env: { PATH: `${folder}:/usr/bin:/bin` },
    })
    expect(status).toBe(1)
    expect(stderr).toContain('It has failed, and nothing that comes after it was done.')
    expect(readFileSync(path.join(folder, 'told'), 'utf8')).toBe('define\n')
    expect(existsSync(path.join(folder, 'etc'))).toBe(false)
  })
})
