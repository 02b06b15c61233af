import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { isPrivateKey, readPublicKeys } from './public-keys.ts'

const ed25519 = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExampleKeyForTests me@host'

describe('readPublicKeys', () => {
  it.each([
    ed25519,
    'ssh-rsa AAAAB3NzaC1yc2E= me',
    'ssh-rsa AAAAB3NzaC1yc2E=',
    'ecdsa-sha2-nistp521 AAAAE2VjZHNh me',
    'sk-ssh-ed25519@openssh.com AAAAGnNr me',
    'sk-ecdsa-sha2-nistp256@openssh.com AAAAInNr me',
    `from="10.0.0.0/8",command="echo \\"a b\\"" ${ed25519}`,
    `cert-authority,restrict ${ed25519}`,
  ])('takes %j', (line) => {
    expect(readPublicKeys(line)).toEqual({ keys: [line], problems: [] })
  })

  it('takes several lines, without comments, blanks and carriage returns', () => {
    expect(readPublicKeys(`# mine\r\n\r\n  ${ed25519}  \r\n${ed25519}2\n`)).toEqual({
      keys: [ed25519, `${ed25519}2`],
      problems: [],
    })
  })

  it.each([
    ['ssh-ed25519-cert-v01@openssh.com AAAAIHNz me', 1, 'ssh.certificate', 'cert-authority'],
    ['sk-ssh-ed25519-cert-v01@openssh.com AAAAIHNz me', 1, 'ssh.certificate', 'cert-authority'],
    ['hello', 0, 'ssh.not-a-public-key', '"hello" is not'],
    [`${ed25519}\nhello`, 1, 'ssh.not-a-public-key', '"hello" is not'],
    [' \n', 0, 'ssh.not-a-public-key', 'There is no public key'],
    ['ssh-ed25519', 0, 'ssh.not-a-public-key', 'is not'],
    ['---- BEGIN SSH2 PUBLIC KEY ----\nAAAA', 0, 'ssh.not-a-public-key', 'ssh-keygen -i -f'],
    ['-----BEGIN PUBLIC KEY-----\nMCow', 0, 'ssh.not-a-public-key', '-i -m PKCS8 -f'],
    [`-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\n${ed25519}`, 0, 'ssh.private-key', 'ssh-keygen -y'],
    ['-----BEGIN ENCRYPTED PRIVATE KEY-----', 0, 'ssh.private-key', 'never leave'],
    ['PuTTY-User-Key-File-3: ssh-ed25519', 0, 'ssh.private-key', 'never leave'],
  ])('says what is wrong with %j', (text, count, code, says) => {
    const { keys, problems } = readPublicKeys(text)
    expect(keys).toHaveLength(count)
    expect(problems).toEqual([
      expect.objectContaining({ code, message: expect.stringContaining(says) as string }),
    ])
  })

  it('counts what is no key in a long text, and keeps the keys in it', () => {
    const { keys, problems } = readPublicKeys(`${'- a\n'.repeat(1000)}${ed25519}`)
    expect(keys).toEqual([ed25519])
    expect(problems).toHaveLength(21)
    expect(problems.at(-1)?.message).toContain('980 more lines')
  })

  const hasKeygen = spawnSync('ssh-keygen', ['-?']).error === undefined
  it.skipIf(!hasKeygen)('knows what ssh-keygen makes (skipped where it is not installed)', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'vmwright-'))
    for (const words of ['ed25519', 'rsa', 'ecdsa', 'rsa -m PEM', 'ecdsa -m PKCS8']) {
      const file = path.join(folder, words.replaceAll(' ', ''))
      execFileSync('ssh-keygen', ['-q', '-N', '', '-f', file, '-t', ...words.split(' ')])
      const written = readFileSync(`${file}.pub`, 'utf8')
      expect(readPublicKeys(written)).toEqual({ keys: [written.trim()], problems: [] })
      expect(isPrivateKey(readFileSync(file, 'utf8')), words).toBe(true)
    }
    rmSync(folder, { recursive: true })
  })
})
