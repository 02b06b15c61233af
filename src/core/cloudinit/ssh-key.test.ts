import { describe, expect, it } from 'vitest'
import type { Design, VmSpec } from '../spec/index.ts'
import { keyChannels, renderCloudInit, sshKey, sshKeys } from './index.ts'

const key = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExampleKeyForTests me@host'
const cloudImage = { kind: 'cloud_image', url: 'https://a.example/debian.img' } as const
const design = (spec: VmSpec): Design => ({ name: 'x', spec })

describe('keyChannels', () => {
  const both = { smbios: true, cloudInit: true }
  const neither = { smbios: false, cloudInit: false }
  it.each([
    [{ source: cloudImage }, both],
    [{ source: { kind: 'bootc' } }, { smbios: true, cloudInit: false }],
    [{ source: { kind: 'clone' } }, both],
    [{ source: { kind: 'bootstrap' } }, both],
    [{ source: { kind: 'imported' } }, neither],
    [{}, neither],
    [{ ssh: { key_injection: { smbios: 'enabled', cloud_init: 'enabled' } } }, both],
    [{ source: cloudImage, ssh: { key_injection: { smbios: 'disabled', cloud_init: 'disabled' } } }, neither],
    [{ source: cloudImage, ssh: { key_injection: { smbios: 'auto' } } }, both],
  ] satisfies [VmSpec, object][])('%o: %o', (spec, channels) => {
    expect(keyChannels(design(spec))).toMatchObject(channels)
  })
})

describe('sshKey', () => {
  it.each([
    [key, key],
    [`# mine\n\n  ${key}  \r\n`, key],
    [`from="10.0.0.0/8" ${key}`, `from="10.0.0.0/8" ${key}`],
    ['sk-ssh-ed25519@openssh.com AAAAGnNr me', 'sk-ssh-ed25519@openssh.com AAAAGnNr me'],
    ['-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXk=\n', undefined],
    [`-----BEGIN RSA PRIVATE KEY-----\n-----END RSA PRIVATE KEY-----\n${key}`, undefined],
    ['hello', undefined],
  ])('takes %j', (text, expected) => {
    expect(sshKey(design({}), { ssh_public_key: text })).toBe(expected)
  })

  it('is the first of several, which all go in', () => {
    const several = { ssh_public_key: `${key}\n${key}2` }
    expect(sshKey(design({}), several)).toBe(key)
    expect(sshKeys(design({}), several)).toEqual([key, `${key}2`])
    const { files } = renderCloudInit(design({ source: cloudImage }), several)
    expect(files[0]?.text).toContain(`ssh_authorized_keys:\n  - ${key}\n  - ${key}2\n`)
  })

  it('is none when none is wanted or known', () => {
    expect(sshKey(design({ ssh: { key_source: 'none' } }), { ssh_public_key: key })).toBeUndefined()
    expect(sshKey(design({}), {})).toBeUndefined()
    expect(sshKey(design({}), undefined)).toBeUndefined()
  })
})

describe('the findings of a key', () => {
  const privateKey =
    '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXk=\n-----END OPENSSH PRIVATE KEY-----\n'
  const extra = (text: string): VmSpec => ({
    source: { ...cloudImage, distro: 'debian' },
    cloud_init: { extra: text },
  })
  const image: VmSpec = { source: { ...cloudImage, distro: 'debian' } }
  it.each([
    ['known', image, key, []],
    ['unknown', image, undefined, ['ssh.key-unknown']],
    ['not wanted', { ...image, ssh: { key_source: 'none' } }, undefined, []],
    ['without a way in', { ssh: { key_source: 'generate' } }, undefined, []],
    ['by SMBIOS alone', { source: { kind: 'bootc' } }, undefined, ['ssh.key-unknown']],
    ['private', image, privateKey, ['ssh.private-key']],
    ['no key at all', image, 'hello', ['ssh.not-a-public-key']],
    ['several', image, `${key}\n${key}2`, []],
    ['one that is none among them', image, `${key}\nhello`, ['ssh.not-a-public-key']],
    [
      'a private file',
      { ...image, ssh: { key_source: '/home/me/.ssh/id_ed25519' } },
      key,
      ['ssh.key-file-not-public'],
    ],
    ['a public file', { ...image, ssh: { key_source: '/home/me/.ssh/id_ed25519.pub' } }, key, []],
    [
      'private in extra',
      extra(`ssh_authorized_keys:\n  - |\n    ${privateKey.replaceAll('\n', '\n    ')}`),
      key,
      ['ssh.private-key'],
    ],
    [
      'private in a user of extra',
      extra(`users:\n  - {name: a, ssh-authorized-keys: ["-----BEGIN PRIVATE KEY-----"]}`),
      key,
      ['ssh.private-key'],
    ],
    [
      'private where it belongs',
      extra(`ssh_keys: {rsa_private: "-----BEGIN RSA PRIVATE KEY-----"}`),
      key,
      [],
    ],
  ] satisfies [string, VmSpec, string | undefined, string[]][])('%s', (_name, spec, text, codes) => {
    const { files, findings } = renderCloudInit(
      design(spec),
      text === undefined ? {} : { ssh_public_key: text },
    )
    expect(findings.map(({ code }) => code)).toEqual(codes)
    if (text === privateKey) expect(JSON.stringify(files)).not.toContain('PRIVATE')
  })
})
