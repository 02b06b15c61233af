import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ethernetsFindings, extraSchemaFindings } from './schema-findings.ts'

const wrong = 'error cloud-init.wrong-value'
const unknown = 'warning cloud-init.unknown-key'
const missing = 'error cloud-init.missing-key'
const said = (text: string) =>
  extraSchemaFindings(text).map(({ severity, code, message }) => `${severity} ${code}: ${message}`)

describe('extraSchemaFindings', () => {
  it.each([
    [
      'pakages: [vim]',
      [
        `${unknown}: In line 1 of cloud_init.extra: cloud-init does not know "pakages" in user-data. Did you mean packages?`,
      ],
    ],
    [
      '#cloud-config\n\npackages: vim',
      [
        `${wrong}: In line 3 of cloud_init.extra: packages is "vim", and has to be a list with something in it.`,
      ],
    ],
    [
      'packages: []',
      [
        `${wrong}: In line 1 of cloud_init.extra: packages is an empty list, and has to be a list with something in it.`,
      ],
    ],
    [
      'hostname: 12',
      [`${wrong}: In line 1 of cloud_init.extra: hostname is 12, and has to be a text. Put it in quotes.`],
    ],
    [
      'users:\n  - name: a\n    lock_passwd: "no"',
      [`${wrong}: In line 3 of cloud_init.extra: users[0].lock_passwd is "no", and has to be true or false.`],
    ],
    [
      'users:\n  - name: a\n    expiredate: 2030-01-01',
      [
        `${wrong}: In line 3 of cloud_init.extra: users[0].expiredate is a date, and has to be a text. Put it in quotes.`,
      ],
    ],
    [
      'users:\n  - name: a\n    shel: /bin/sh',
      [
        `${unknown}: In line 3 of cloud_init.extra: cloud-init does not know "shel" in users[0]. Did you mean shell?`,
      ],
    ],
    [
      'write_files:\n  - {content: a}',
      [
        `${missing}: In line 2 of cloud_init.extra: write_files[0] needs path: without it cloud-init leaves it out. Add it.`,
      ],
    ],
    [
      'write_files:\n  - path: /a\n    permissions: 0644',
      [
        `${wrong}: In line 3 of cloud_init.extra: write_files[0].permissions is 420, and has to be a text of octal digits such as "0644". Put it in quotes.`,
      ],
    ],
    [
      'power_state: {delay: 5}',
      [
        `${missing}: In line 1 of cloud_init.extra: power_state needs mode: without it cloud-init leaves it out. Add it.`,
      ],
    ],
    [
      'power_state: {mode: shutdown}',
      [
        `${wrong}: In line 1 of cloud_init.extra: power_state.mode is "shutdown", and has to be poweroff, reboot, halt.`,
      ],
    ],
    [
      'runcmd:\n  - echo a: b',
      [
        `${wrong}: In line 2 of cloud_init.extra: runcmd[0] is a map, and has to be a text or a list with something in it or nothing.`,
      ],
    ],
    [
      'mounts: [[a, b, c, d, "0", "0", x]]',
      [`${wrong}: In line 1 of cloud_init.extra: mounts[0] has more than 6 items.`],
    ],
    [
      'chpasswd: {expire: nope}',
      [`${wrong}: In line 1 of cloud_init.extra: chpasswd.expire is "nope", and has to be true or false.`],
    ],
    [
      'x: &a {b: 1}\nswap: *a',
      [
        `${unknown}: In line 1 of cloud_init.extra: cloud-init does not know "x" in user-data. Take it out.`,
        `${unknown}: In cloud_init.extra: cloud-init does not know "b" in swap. Take it out.`,
      ],
    ],
  ])('%j', (text, expected) => {
    expect(said(text)).toEqual(expected)
  })

  it.each([
    'users: [default, {name: a, ssh-authorized-keys: [k], sudo: "ALL=(ALL) ALL", groups: "a, b", uid: 7}]',
    'users: default',
    'chpasswd: {expire: off, users: [{name: a, password: x, type: text}, {name: b, type: RANDOM}]}\nssh_pwauth: yes',
    'packages: [vim, [git, "1.0"], {snap: [lxd]}]\npackage_update: true',
    'bootcmd: [a, [b, c]]\nruncmd: [a, [b, c], ~]',
    'write_files: [{path: /a, permissions: "0o644", encoding: b64, append: true, defer: yes}]',
    'mounts: [[a], [b, /mnt, auto, "defaults,nofail", "0", "2"]]\nswap: {filename: /s, size: 2G, maxsize: 4294967296}',
    'growpart: {mode: off, devices: [/]}\nresize_rootfs: noblock',
    'power_state: {mode: poweroff, delay: now, timeout: 30, condition: true}',
    'hostname: a\nfqdn: a.b\nmanage_etc_hosts: localhost\npreserve_hostname: no\ndisable_root: false',
    'timezone: Europe/Vienna\nlocale: de_AT.UTF-8\nkeyboard: {layout: de}',
    'apt: {primary: [{arches: [default], uri: "http://a"}], conf: x, sources: {a: {source: b}}}',
    'ca_certs: {trusted: [a]}\nntp: {enabled: true}\nfinal_message: done',
    '- a list',
    'a: [',
    '',
  ])('has nothing to say about %j', (text) => {
    expect(said(text)).toEqual([])
  })

  it('never throws', () => {
    const letters = fc.constantFrom(...'users:packges[]{}&*-<!~"\'| \n#01')
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: letters }), fc.json()), (text) => {
        for (const { path } of extraSchemaFindings(text)) expect(path).toEqual(['cloud_init', 'extra'])
      }),
    )
  })
})

describe('ethernetsFindings', () => {
  it.each([
    [{ eth0: { dhcp4: true } }, []],
    [
      { nic0: { match: { macaddress: '52:54:00:12:34:56' }, 'set-name': 'lan', addresses: ['10.0.0.2/24'] } },
      [],
    ],
    [{ eth0: { routes: [{ to: 'default', via: '10.0.0.1' }], nameservers: { addresses: [] } } }, []],
    [{ eth0: true }, ['cloud-init.wrong-value cloud_init.network.ethernets.eth0']],
    [{ eth0: { dchp4: true } }, ['cloud-init.unknown-key cloud_init.network.ethernets.eth0.dchp4']],
    [
      { eth0: { addresses: '10.0.0.2/24' } },
      ['cloud-init.wrong-value cloud_init.network.ethernets.eth0.addresses'],
    ],
    [
      { eth0: { match: { macaddress: 5254 } } },
      ['cloud-init.wrong-value cloud_init.network.ethernets.eth0.match.macaddress'],
    ],
    [
      { eth0: { routes: [{ via: '10.0.0.1' }] } },
      ['cloud-init.missing-key cloud_init.network.ethernets.eth0.routes.0'],
    ],
  ])('%j', (ethernets, expected) => {
    expect(ethernetsFindings(ethernets).map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual(
      expected,
    )
  })
})
