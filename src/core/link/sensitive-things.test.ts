import { describe, expect, it } from 'vitest'
import { busyMilliseconds } from '../busy-time.test-helper.ts'
import { sensitiveThings } from './sensitive-things.ts'

const key = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExampleKeyForTests'

/** The kinds and texts found in one text field. */
function found(text: string): [string, string][] {
  return sensitiveThings({ field: text }).map((thing) => [thing.kind, thing.text])
}

describe('sensitiveThings', () => {
  it('names what, where and which, in the order of the value', () => {
    const spec = {
      ssh: { user: 'me', keys: [`${key} me@host`] },
      libvirt: {
        devices: {
          graphics: [{ type: 'vnc', passwd: 'hunter2' }],
          filesystems: [{ source: '/home/me', target: 'workspace' }],
        },
      },
    }
    expect(sensitiveThings(spec)).toEqual([
      {
        kind: 'ssh-public-key',
        what: 'SSH public key',
        path: ['ssh', 'keys', 0],
        text: `${key} me@host`,
        shown: 'ssh-ed25519 AAAAC3NzaC1lZDI1 … ForTests me@host',
      },
      {
        kind: 'password',
        what: 'password',
        path: ['libvirt', 'devices', 'graphics', 0, 'passwd'],
        text: 'hunter2',
        shown: '•••',
      },
      {
        kind: 'home-path',
        what: 'path under a home',
        path: ['libvirt', 'devices', 'filesystems', 0, 'source'],
        text: '/home/me',
        shown: '/home/me',
      },
    ])
  })

  it.each([
    `${key}`,
    'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAB',
    'ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTY= a@b',
    'sk-ssh-ed25519@openssh.com AAAAGnNrLXNzaC1lZDI1NTE5 yubi',
  ])('finds the public key %s', (text) => {
    expect(found(text)).toEqual([['ssh-public-key', text]])
    expect(found(`io.systemd.credential:ssh.authorized_keys.root=${text}\n`)).toEqual([
      ['ssh-public-key', text],
    ])
  })

  it('finds private keys', () => {
    expect(found('-----BEGIN OPENSSH PRIVATE KEY-----\nb3Blb')).toEqual([
      ['private-key', '-----BEGIN OPENSSH PRIVATE KEY-----'],
    ])
    expect(found('-----BEGIN PRIVATE KEY-----')).toHaveLength(1)
    expect(found('-----BEGIN CERTIFICATE-----')).toEqual([])
  })

  it('finds passwords by their key', () => {
    for (const name of [
      'passwd',
      'password',
      'plain_text_passwd',
      'hashed_passwd',
      'root_password',
      'passphrase',
    ]) {
      expect(sensitiveThings({ [name]: 'x y' }), name).toMatchObject([
        { kind: 'password', path: [name], text: 'x y' },
      ])
    }
    expect(sensitiveThings({ password: 1234 })).toMatchObject([
      { kind: 'password', path: ['password'], text: '1234' },
    ])
    expect(sensitiveThings({ lock_passwd: 'true', passwd: '', ssh_pwauth: 'no', passwd_file: 'x' })).toEqual(
      [],
    )
  })

  it.each([
    ["<graphics type='vnc' passwd='hunter2'/>", "passwd='hunter2'"],
    ['password: secret # mine', 'password: secret # mine'],
    ['users:\n- name: a\n  plain_text_passwd: abc\n  lock_passwd: false', 'plain_text_passwd: abc'],
    ['https://me:token@example.org/x.qcow2', 'https://me:token@'],
    ['usermod -p $6$abcdefgh$0123456789 root', '$6$abcdefgh$0123456789'],
    ['passwd: $6$abcdefgh$0123456789', '$6$abcdefgh$0123456789'],
    ['chpasswd:\n  expire: false\n  list: |\n    root:abc\nruncmd:\n  - a:b', 'root:abc'],
    ["echo 'root:abc' | chpasswd", "echo 'root:abc' | chpasswd"],
  ])('finds the password in %j', (text, password) => {
    expect(found(text)).toEqual([['password', password]])
  })

  it('looks below chpasswd', () => {
    expect(sensitiveThings({ chpasswd: { list: ['root:abc'] } })).toMatchObject([
      { kind: 'password', path: ['chpasswd', 'list', 0], text: 'root:abc' },
    ])
  })

  it('finds paths under a home', () => {
    expect(found('/root')).toEqual([['home-path', '/root']])
    expect(found('ls /Users/ann/vm')).toEqual([['home-path', '/Users/ann/vm']])
    expect(found('file:///home/me/a.qcow2')).toEqual([['home-path', '/home/me/a.qcow2']])
    expect(found('/home/a:/home/b,/home/a')).toEqual([
      ['home-path', '/home/a'],
      ['home-path', '/home/b'],
    ])
  })

  it.each([
    'https://example.org/home/page',
    'https://home/page',
    '/rootfs',
    '/srv/root',
    '/home',
    'password',
    'passwd: |',
    'set a password',
    'lock_passwd: true',
    'http://127.0.0.1:8080/a@b',
    'dpkg-reconfigure a:b',
    'openssh-server ssh-keygen ssh-rsa',
  ])('is quiet about %s', (text) => {
    expect(found(text)).toEqual([])
  })

  it('ends on a value that holds itself, and on long texts in linear time', () => {
    const circle: Record<string, unknown> = { home: '/root' }
    circle['self'] = circle
    expect(sensitiveThings(circle).length).toBeLessThan(102)
    const units = [
      ':|',
      'passwd: ',
      'a://',
      '/home/',
      'chpasswd|',
      '$6$',
      'ssh-rsa ',
      'password=',
      ' ',
      '-----BEGIN ',
    ]
    const look = () => {
      for (const unit of units)
        sensitiveThings({
          field: unit.repeat(200_000 / unit.length),
          chpasswd: unit.repeat(200_000 / unit.length),
        })
    }
    expect(busyMilliseconds(look)).toBeLessThan(5000)
  })
})
