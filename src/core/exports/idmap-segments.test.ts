import { expect, it } from 'vitest'
import { idmapSegments } from './index.ts'

const user = { name: 'me', uid: 1000, gid: 100 }

it('shows who owns what', () => {
  const { uids, gids, sentence } = idmapSegments(
    {
      uid: [
        { start: 1001, target: 101000, count: 64536 },
        { start: 0, target: 100000, count: 1000 },
        { start: 1000, target: 1000, count: 1 },
      ],
      gid: [{ start: 0, target: 100, count: 1 }],
    },
    user,
  )
  expect(uids.map(({ sentence: each }) => each)).toEqual([
    'Guest ids 0 to 999 are 100000 to 100999 on the host.',
    'Guest id 1000 is you (1000) on the host.',
    'Guest ids 1001 to 65536 are 101000 to 165535 on the host.',
  ])
  expect(uids[1]).toMatchObject({
    guestStart: 1000,
    guestEnd: 1000,
    hostStart: 1000,
    hostEnd: 1000,
    kind: 'user',
  })
  expect(gids).toMatchObject([{ guestStart: 0, hostStart: 100, kind: 'user' }])
  expect(sentence).toBe('Files of the guest’s first user (1000) belong to you (1000).')
})

it('cuts a range where the person’s id is', () => {
  const { uids, sentence } = idmapSegments({ uid: [{ start: 0, target: 999, count: 3 }] }, user)
  expect(uids.map(({ guestStart, hostStart, kind }) => [guestStart, hostStart, kind])).toEqual([
    [0, 999, 'subids'],
    [1, 1000, 'user'],
    [2, 1001, 'subids'],
  ])
  expect(sentence).toBe('Files of the guest’s user 1 belong to you (1000).')
})

it('takes a single id for the person’s own when nothing is known of them', () => {
  const map = {
    uid: [
      { start: 0, target: 1000, count: 1 },
      { start: 1, target: 100000, count: 10 },
    ],
  }
  expect(idmapSegments(map, undefined).uids.map(({ kind }) => kind)).toEqual(['user', 'subids'])
  expect(idmapSegments(map, { uid: 5 }).uids.map(({ kind }) => kind)).toEqual(['subids', 'subids'])
  expect(idmapSegments(map, { uid: 5 }).sentence).toMatch(/^No user of the guest is you/)
})

it('has nothing to show without a map', () => {
  expect(idmapSegments(undefined, user)).toMatchObject({ uids: [], gids: [] })
  expect(idmapSegments({ uid: [{ start: 1 }] }, user).uids).toEqual([])
})
