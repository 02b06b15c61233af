import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import type { Finding } from '../core.ts'
import { renderedStore } from '../render/index.ts'
import { specPath } from '../spec-path.ts'
import { More } from './More.tsx'

const before = renderedStore.getState()

afterEach(() => {
  cleanup()
  localStorage.clear()
  renderedStore.setState(before, true)
})

function found(...findings: readonly Pick<Finding, 'severity' | 'path'>[]) {
  const made = findings.map(
    (finding): Finding => ({ code: 'disk.bus-only', message: 'It is wrong.', ...finding }),
  )
  renderedStore.setState({ rendered: { ...before.rendered, findings: made } })
}

function open() {
  const paths = [specPath(['libvirt', 'memory_backing'])]
  render(
    <More title="Backing" remember="test.more" paths={paths}>
      inside
    </More>,
  )
}

const title = () => screen.getByRole('button', { name: /Backing/ })

test('what is wrong inside is marked at the title, as long as it is closed', async () => {
  found(
    { severity: 'error', path: ['libvirt', 'memory_backing', 'access', 'mode'] },
    { severity: 'warning', path: ['libvirt', 'memory_backing'] },
  )
  open()
  expect(title().textContent).not.toContain('inside')
  expect(screen.getByRole('img', { name: '1 error, 1 warning' })).toBeTruthy()
  await userEvent.click(title())
  expect(screen.getByText('inside')).toBeTruthy()
  expect(screen.queryByRole('img', { name: /error/ })).toBeNull()
})

test('what is wrong elsewhere is not', () => {
  found({ severity: 'error', path: ['libvirt', 'memory_backing_of_another'] })
  open()
  expect(screen.queryByRole('img', { name: /error/ })).toBeNull()
})
