import { execFileSync, spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Domain } from '../domain/index.ts'
import { escapeUnitPath } from '../text/index.ts'
import { guestMounts } from './index.ts'

type Shares = NonNullable<NonNullable<Domain['devices']>['filesystems']>
const mounts = (...filesystems: Shares) => guestMounts({ devices: { filesystems } })
const virtiofs = (dir: string) => ({ driver: { type: 'virtiofs' }, target: { dir } }) as const

describe('guestMounts', () => {
  it('writes line, fstab and unit', async () => {
    const written = mounts(
      virtiofs('workspace'),
      { ...virtiofs('my-data'), readonly: true },
      { driver: { type: 'path' }, target: { dir: 'old' }, readonly: true },
      { ...virtiofs("it's 100% odd/tag"), source: { dir: '/srv' } },
      { source: { socket: '/run/virtiofsd.sock' }, target: { dir: '-dash' } },
    ).map(({ line, makeDirectory, fstab, unitName, unit }) =>
      [makeDirectory, line, fstab, `--- ${unitName}`, unit].join('\n'),
    )
    await expect(written.join('\n')).toMatchFileSnapshot('__snapshots__/guest-mounts.txt')
  })

  it('leaves out what no guest mounts by a tag', () => {
    expect(
      mounts(
        { type: 'ram', target: { dir: 'a' } },
        { driver: { type: 'virtiofs' } },
        virtiofs(''),
        virtiofs('\0'),
      ),
    ).toEqual([])
    expect(guestMounts({})).toEqual([])
  })

  it('gives every share a place of its own', () => {
    const points = mounts(
      virtiofs('a'),
      virtiofs('a'),
      virtiofs('a-2'),
      virtiofs('/'),
      virtiofs('..'),
      virtiofs('workspace/'),
    )
    expect(points.map(({ mountPoint }) => mountPoint)).toEqual([
      '/mnt/a',
      '/mnt/a-2',
      '/mnt/a-2-2',
      '/mnt/share',
      '/mnt/share-2',
      '/mnt/workspace',
    ])
  })

  it('has no unit for a tag that a unit file can’t say', () => {
    expect(mounts(virtiofs('a '), virtiofs('a\\'), virtiofs('a\nb')).map(({ unit }) => unit)).toEqual(
      Array(3).fill(undefined),
    )
  })

  it('comes back unchanged from a shell', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !text.includes('\0')),
        (tag) => {
          const [mount] = mounts(virtiofs(tag))
          if (mount === undefined) throw new Error('no mount')
          const printed = execFileSync('sh', {
            input: `mount() { printf '%s\\0' "$@"; }\n${mount.line}\n`,
            encoding: 'utf8',
          })
          const words = printed.split('\0').filter((word) => word !== '--')
          expect(words).toEqual(['-t', 'virtiofs', tag, mount.mountPoint, ''])
        },
      ),
      { numRuns: 30 },
    )
  })
})

describe('escapeUnitPath', () => {
  it.each([
    ['/mnt/my-data', 'mnt-my\\x2ddata'],
    ['/', '-'],
    ['//a///b/', 'a-b'],
    ['/.hidden/.b', '\\x2ehidden-.b'],
    ['/mnt/ü b', 'mnt-\\xc3\\xbc\\x20b'],
    ['/a\\x2d@:_.z', 'a\\x5cx2d\\x40:_.z'],
  ])('%s is %s', (path, escaped) => {
    expect(escapeUnitPath(path)).toBe(escaped)
  })

  const hasSystemdEscape = spawnSync('systemd-escape', ['--version']).status === 0
  it.skipIf(!hasSystemdEscape)('does as systemd-escape does (skipped where it is not installed)', () => {
    const segment = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => !/[\0/\n]|^\.{1,2}$/.test(text))
    const paths = fc
      .sample(fc.array(segment, { minLength: 1, maxLength: 4 }), 200)
      .map((parts) => `/${parts.join('/')}`)
    const printed = execFileSync('systemd-escape', ['--path', '--', ...paths], { encoding: 'utf8' })
    expect(paths.map(escapeUnitPath)).toEqual(printed.trimEnd().split(' '))
  })
})
