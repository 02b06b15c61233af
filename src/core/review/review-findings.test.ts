import { expect, test } from 'vitest'
import type { Design } from '../spec/index.ts'
import { reviewFindings } from './review-findings.ts'

const design: Design = {
  name: 'vm',
  spec: {
    cloud_init: { runcmd: [`echo ${'x'.repeat(400)}`] },
    libvirt: { devices: { filesystems: [{ source: { dir: '/home/me' }, target: { dir: 'home' } }] } },
  },
}

test('what would touch the host is advice when the design came by a link', () => {
  const findings = reviewFindings({ ...design, cameBy: 'link' })
  expect(findings.map(({ code, severity, path }) => [code, severity, path.join('.')])).toEqual([
    ['review.command', 'advice', 'cloud_init.runcmd.0'],
    ['review.folder', 'advice', 'libvirt.devices.filesystems.0.source.dir'],
  ])
  expect(findings[1]?.message).toBe(
    'The guest sees the folder /home/me and may write in it. This came with the link: keep it if you trust whoever made it.',
  )
  expect(findings[0]?.message.length).toBeLessThan(260)
})

test('nothing is said of a design of one’s own', () => {
  expect(reviewFindings(design)).toEqual([])
})
