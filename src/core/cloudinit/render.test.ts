import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { HostFacts } from '../host/index.ts'
import type { Design, VmSpec } from '../spec/index.ts'
import { hasSomethingToSay, renderCloudInit } from './index.ts'

const key = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExampleKeyForTests me@host'
const host: HostFacts = { ssh_public_key: key }

const fedora: Design = {
  name: 'web-vm',
  spec: {
    source: {
      kind: 'cloud_image',
      url: 'https://mirror.example/Cloud/x86_64/images/Fedora-Cloud-Base-Generic-41-1.4.x86_64.qcow2',
      base_user: 'fedora',
    },
    ssh: { user: 'fedora', port_auto: true, key_source: 'generate' },
    cloud_init: {
      package: ['nginx', 'curl', 'qemu-guest-agent'],
      runcmd: ['systemctl enable --now nginx', 'systemctl enable --now qemu-guest-agent'],
    },
  },
}

const everything: Design = {
  name: 'Every thing',
  spec: {
    source: {
      kind: 'cloud_image',
      url: 'https://cloud.debian.org/debian-12-generic-amd64.qcow2',
      base_user: 'debian',
    },
    ssh: { user: 'kim' },
    cloud_init: {
      hostname: 'all.example.org',
      timezone: 'Europe/Vienna',
      locale: 'de_AT.UTF-8',
      users: [
        { name: 'kim', sudo: true, groups: ['users', 'video'], shell: '/bin/zsh', lock_passwd: false },
        { name: 'no', sudo: false, lock_passwd: true },
      ],
      package: ['git', 'openssh-server'],
      bootcmd: ['echo 1:30 > /dev/kmsg'],
      runcmd: [
        'systemctl enable --now ssh',
        'printf "%s\\n" \'yes: no # on\'',
        'if true\nthen echo two lines\nfi',
      ],
      write_files: [
        { path: '/etc/motd', content: 'Welcome\n\n  indented\ttab \n', owner: 'root:root', perms: '0644' },
        { path: '/home/kim/note', content: '0644', owner: 'kim:kim', perms: '0600' },
        { path: '/usr/local/bin/tool', content: 'IyEvYmluL3NoCg==', perms: '0755', encoding: 'b64' },
      ],
      network: {
        ethernets: { nic0: { match: { macaddress: '52:54:00:12:34:56' }, dhcp4: true, 'set-name': 'on' } },
      },
      mirrors: {
        apt: ['https://mirror.example/debian'],
        dnf: ['https://mirror.example/fedora/$releasever/%20'],
        pacman: ['https://mirror.example/arch', 'https://other.example/$repo/os/$arch'],
      },
      charly_install: { strategy: 'skip' },
      extra: [
        '#cloud-config',
        '# Keeps its comments.',
        'packages: [htop] # one more',
        'apt:',
        '  conf: |',
        '    APT::Get::Assume-Yes "true";',
        'locale: C.UTF-8',
        'swap: {size: 0644, filename: /swap}',
        'chpasswd: {expire: off}',
      ].join('\n'),
    },
  },
}

const designs: Readonly<Record<string, Design>> = {
  'fedora cloud image': fedora,
  everything,
  'arch cloud image': {
    name: 'arch',
    spec: {
      source: {
        kind: 'cloud_image',
        url: 'https://mirror.example/Arch-Linux-x86_64-cloudimg.qcow2',
        base_user: 'arch',
      },
      ssh: { port: 2224, key_source: 'generate' },
      cloud_init: { timezone: 'UTC', package: ['sudo', 'git'], runcmd: ['pacman-key --init'] },
    },
  },
  'bootstrap with a user to create': {
    name: 'gpu-workstation',
    spec: {
      source: { kind: 'bootstrap', builder: 'pacstrap', distro: 'cachyos' },
      ssh: { user: 'cachy', key_source: 'generate' },
    },
  },
  'clone for root': {
    name: 'copy',
    spec: { source: { kind: 'clone', from_vm: 'web' }, ssh: { user: 'root' } },
  },
  'clone for a user that is there': {
    name: 'copy',
    spec: { source: { kind: 'clone', from_vm: 'web' }, ssh: { user: 'kim' } },
  },
  'user of the image': {
    name: 'plain',
    spec: { source: { kind: 'cloud_image', url: 'https://mirror.example/jammy.img' } },
  },
  'shares and agent': {
    name: 'dev',
    spec: {
      source: { kind: 'cloud_image', url: 'https://mirror.example/debian-13-generic-amd64.qcow2' },
      ssh: { user: 'dev' },
      libvirt: {
        devices: {
          filesystems: [
            { driver: { type: 'virtiofs' }, source: { dir: '/home/me/work' }, target: { dir: 'workspace' } },
            {
              driver: { type: 'virtiofs' },
              source: { dir: '/srv' },
              target: { dir: "it's" },
              readonly: true,
            },
          ],
          channels: [{ type: 'unix', name: 'org.qemu.guest_agent.0' }],
        },
      },
    },
  },
  'bootc with a file': {
    name: 'bootc',
    spec: {
      source: { kind: 'bootc', box: 'quay.io/fedora/fedora-bootc:41' },
      cloud_init: { write_files: [{ path: '/etc/motd', content: 'hello' }] },
    },
  },
}

function printed(design: Design): string {
  const { needed, files, findings } = renderCloudInit(design, host)
  const parts = files.map(({ name, text }) => `--- ${name}\n${text}`)
  const found = findings.map(({ severity, code, message }) => `${severity} ${code}: ${message}\n`)
  return [`needed: ${needed}\n`, ...parts, ...(found.length === 0 ? [] : ['--- findings\n', ...found])].join(
    '',
  )
}

describe('renderCloudInit', () => {
  it.each(Object.entries(designs))('writes the seed: %s', async (name, design) => {
    await expect(printed(design)).toMatchFileSnapshot(`__snapshots__/${name.replaceAll(' ', '-')}.txt`)
  })

  it('writes nothing when there is nothing to say', () => {
    const bootc: Design = { name: 'b', spec: { source: { kind: 'bootc', box: 'x' }, ssh: { user: 'root' } } }
    expect(renderCloudInit(bootc, host)).toEqual({ needed: false, files: [], findings: [] })
    expect(renderCloudInit({ name: 'x', spec: {} }, undefined)).toEqual({
      needed: false,
      files: [],
      findings: [],
    })
  })

  it('keeps the instance id as long as the name stays', () => {
    const id = (design: Design): unknown => userDataOf(design, 'meta-data')['instance-id']
    const changed: Design = { name: fedora.name, spec: { ...fedora.spec, cloud_init: { package: ['vim'] } } }
    expect(id(changed)).toBe(id(fedora))
    expect(id({ ...fedora, name: 'web vm' })).not.toBe(id(fedora))
    expect(id({ ...fedora, name: '../ü\ud800' })).toBe('vmwright-..%2F%C3%BC%EF%BF%BD')
  })

  it.each([
    ['web vm', 'web-vm'],
    ['--', 'vm'],
    ['Büro_1', 'B-ro-1'],
    ['a'.repeat(80), 'a'.repeat(63)],
  ])('makes a host name out of the name %s', (name, hostname) => {
    expect(userDataOf({ ...fedora, name }, 'meta-data')['local-hostname']).toBe(hostname)
  })

  it.each([
    ['debian', 'apt-get install -y openssh-server', 'systemctl enable --now ssh'],
    ['ubuntu', 'apt-get install -y openssh-server', 'systemctl enable --now ssh'],
    ['Linux Mint', 'apt-get install -y openssh-server', 'systemctl enable --now ssh'],
    ['fedora', 'dnf install -y openssh-server', 'systemctl enable --now sshd'],
    ['rocky', 'dnf install -y openssh-server', 'systemctl enable --now sshd'],
    ['cachyos', 'pacman -Sy --noconfirm --needed openssh', 'systemctl enable --now sshd'],
    ['opensuse-leap', 'zypper --non-interactive install openssh', 'systemctl enable --now sshd'],
    ['alpine', 'apk add openssh', 'rc-update add sshd default'],
    ['void', 'xbps-install -Sy openssh', 'ln -sfn /etc/sv/sshd /var/service/'],
  ])(
    'brings up the SSH server as %s does, and installs it only where it is missing',
    (distro, install, start) => {
      const data = userDataOf({
        name: 'x',
        spec: { source: { kind: 'cloud_image', url: 'https://a/b', distro } },
      })
      expect(data).not.toHaveProperty('packages')
      expect(data['runcmd']).toContainEqual(
        expect.stringMatching(/^command -v sshd >\/dev\/null \|\| \{ .*; \}$/),
      )
      expect(data['runcmd']).toContainEqual(expect.stringContaining(`${install}; }`))
      expect(data['runcmd']).toContain(start)
    },
  )

  it.each([
    ['hostname', { hostname: 'two words' }, 'cloud-init.hostname', 'cloud_init.hostname'],
    ['user', { users: [{ name: 'a b' }] }, 'cloud-init.user-name', 'cloud_init.users.0.name'],
    [
      'user twice',
      { users: [{ name: 'a' }, { name: 'a' }] },
      'cloud-init.user-twice',
      'cloud_init.users.1.name',
    ],
    [
      'permissions',
      { write_files: [{ path: '/a', perms: 'rw' }] },
      'cloud-init.file-permissions',
      'cloud_init.write_files.0.perms',
    ],
    [
      'encoding',
      { write_files: [{ path: '/a', encoding: 'zip' }] },
      'cloud-init.file-encoding',
      'cloud_init.write_files.0.encoding',
    ],
    ['path', { write_files: [{ path: 'a' }] }, 'cloud-init.file-path', 'cloud_init.write_files.0.path'],
    [
      'mirror',
      { mirrors: { pacman: ['https://a\nb'] } },
      'cloud-init.mirror-address',
      'cloud_init.mirrors.pacman.0',
    ],
    [
      'version',
      { network: { version: 1, ethernets: {} } },
      'cloud-init.network-version',
      'cloud_init.network.version',
    ],
    [
      'ethernets',
      { network: { ethernets: [] } },
      'cloud-init.ethernets-not-a-map',
      'cloud_init.network.ethernets',
    ],
    ['extra', { extra: 'a: [' }, 'cloud-init.extra-syntax', 'cloud_init.extra'],
  ] satisfies [string, NonNullable<VmSpec['cloud_init']>, string, string][])(
    'finds a wrong %s',
    (_name, cloud_init, code, path) => {
      const { findings } = renderCloudInit({ name: 'x', spec: { cloud_init } }, host)
      expect(findings.map((finding) => [finding.code, finding.path.join('.')])).toEqual([[code, path]])
    },
  )

  it('says so when nothing tells the distribution, and starts what is there', () => {
    const design: Design = {
      name: 'x',
      spec: { source: { kind: 'cloud_image', url: 'https://a.example/disk.img' } },
    }
    expect(renderCloudInit(design, host).findings.map(({ code }) => code)).toEqual([
      'cloud-init.distro-unknown',
    ])
    expect(userDataOf(design)).toMatchObject({
      runcmd: [
        'systemctl enable --now sshd || systemctl enable --now ssh',
        'systemctl enable --now serial-getty@ttyS0',
      ],
    })
  })
})

describe('hasSomethingToSay', () => {
  const shares = {
    devices: { filesystems: [{ driver: { type: 'virtiofs' }, target: { dir: 'a' } }] },
  } as const
  const cloudImage = { kind: 'cloud_image', url: 'https://a.example/debian.img' } as const
  it.each([
    ['a cloud image', { source: cloudImage }, true],
    ['no key', { source: cloudImage, ssh: { key_source: 'none' } }, false],
    ['no key and a user to create', { source: cloudImage, ssh: { key_source: 'none', user: 'kim' } }, true],
    [
      'a key by SMBIOS alone',
      { source: cloudImage, ssh: { key_injection: { cloud_init: 'disabled' } } },
      false,
    ],
    ['bootc', { source: { kind: 'bootc', box: 'x' } }, false],
    [
      'bootc with the key',
      { source: { kind: 'bootc', box: 'x' }, ssh: { key_injection: { cloud_init: 'enabled' } } },
      true,
    ],
    ['an imported domain', { source: { kind: 'imported', libvirt_name: 'x' } }, false],
    [
      'an imported domain with a package',
      { source: { kind: 'imported' }, cloud_init: { package: ['vim'] } },
      true,
    ],
    ['a clone', { source: { kind: 'clone', from_vm: 'x' } }, true],
    ['no source', { ram: '8G', ssh: { port: 2222 } }, false],
    ['a strategy for people', { cloud_init: { charly_install: { strategy: 'scp' } } }, false],
    [
      'blank texts and empty lists',
      { cloud_init: { hostname: ' ', extra: '\n', package: [], mirrors: {}, network: { version: 2 } } },
      false,
    ],
    ['shares and no key', { source: cloudImage, ssh: { key_source: 'none' }, libvirt: shares }, true],
    ['shares of bootc', { source: { kind: 'bootc', box: 'x' }, libvirt: shares }, false],
    ['shares without a source', { libvirt: shares }, false],
    ['a mirror', { cloud_init: { mirrors: { dnf: ['https://a'] } } }, true],
    ['a network', { cloud_init: { network: { ethernets: {} } } }, true],
  ] satisfies [string, VmSpec, boolean][])('%s', (_name, spec, expected) => {
    expect(hasSomethingToSay({ name: 'x', spec })).toBe(expected)
    expect(renderCloudInit({ name: 'x', spec }, host).needed).toBe(expected)
  })
})

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom(
      ...':-?#&*!|>%@`\'"{}[],=~<_+.0123456789xobeyYnN \t\n\r\\/a\u0085\u2028\ufeff\x7f\0é😀',
    ),
    maxLength: 20,
  }),
  fc.constantFrom(
    '52:54:00:12:34:56',
    'on',
    'yes',
    '0644',
    '1:30',
    '190:20:30.15',
    '=',
    '<<',
    '~',
    '2001-01-01',
    '1_000',
    '0b1',
    '',
    '\n',
  ),
)

describe('the YAML', () => {
  it('gives any text of any field back unchanged', () => {
    const texts = fc.record({
      hostname: anyText,
      timezone: anyText,
      locale: anyText,
      users: fc.array(
        fc.record({ name: anyText, shell: anyText, groups: fc.array(anyText, { minLength: 1 }) }),
      ),
      package: fc.uniqueArray(anyText),
      runcmd: fc.array(anyText),
      bootcmd: fc.array(anyText),
      write_files: fc.array(
        fc.record({ path: anyText, content: anyText, owner: anyText, perms: anyText, encoding: anyText }),
      ),
    })
    fc.assert(
      fc.property(texts, fc.dictionary(anyText, anyText), (cloud_init, ethernets) => {
        const design: Design = { name: 'x', spec: { cloud_init: { ...cloud_init, network: { ethernets } } } }
        const data = userDataOf(design)
        for (const name of ['hostname', 'timezone', 'locale'] as const)
          expect(data[name] ?? '').toBe(/\S/.test(cloud_init[name]) ? cloud_init[name] : '')
        const files = cloud_init.write_files.map(({ perms, ...file }) =>
          expect.objectContaining({ ...file, permissions: perms }),
        )
        expect(data['users'] ?? ['default']).toEqual(['default', ...cloud_init.users])
        expect(data['packages'] ?? []).toEqual(cloud_init.package)
        expect(data['runcmd'] ?? []).toEqual(cloud_init.runcmd)
        expect(data['bootcmd'] ?? []).toEqual(cloud_init.bootcmd)
        expect(data['write_files'] ?? []).toEqual(files)
        expect(userDataOf(design, 'network-config')).toEqual({ version: 2, ethernets: { ...ethernets } })
      }),
    )
  })

  it('never throws, whatever extra is', () => {
    fc.assert(
      fc.property(anyText, (extra) => {
        const { files } = renderCloudInit(
          { name: 'x', spec: { cloud_init: { package: ['a'], extra } } },
          host,
        )
        expect(files.map(({ name }) => name)).toEqual(['user-data', 'meta-data'])
      }),
    )
  })
})

function userDataOf(design: Design, name = 'user-data'): Record<string, unknown> {
  const text = renderCloudInit(design, host).files.find((file) => file.name === name)?.text ?? ''
  const data: Record<string, unknown> | null = parse(text, { version: '1.1' })
  return data ?? {}
}
