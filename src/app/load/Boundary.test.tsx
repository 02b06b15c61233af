import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { type ReactNode, Suspense } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { vmDocument } from '../store.ts'
import { Boundary } from './Boundary.tsx'
import { loadable } from './loadable.tsx'

afterEach(cleanup)

function around(child: ReactNode) {
  // React says what it caught.
  vi.spyOn(console, 'error').mockImplementation(() => {})
  return render(
    <>
      <p>the rest</p>
      <Boundary what="The part Memory">
        <Suspense>{child}</Suspense>
      </Boundary>
    </>,
  )
}

test('what throws while it is drawn is said in its place, and another design is tried', () => {
  const Memory = () => {
    if (vmDocument.store.getState().design.name === 'hostile') throw new TypeError('no number')
    return <p>4 GiB</p>
  }
  vmDocument.rename('hostile')
  around(<Memory />)
  expect(screen.getByRole('alert').textContent).toContain('The part Memory failed')
  expect(screen.getByRole('alert').textContent).toContain('no number')
  expect(screen.getByText('the rest')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Undo the last step' }))
  expect(screen.getByText('4 GiB')).toBeTruthy()
})

test('what is not loaded is asked for again with Retry, and only then', async () => {
  const answers = [Promise.reject(new Error('offline')), Promise.resolve(() => <p>loaded</p>)]
  const load = vi.fn(() => answers.shift() ?? Promise.reject(new Error('asked too often')))
  const Late = loadable(load)
  await act(async () => void around(<Late />))
  expect(screen.getByText('The part Memory could not be loaded')).toBeTruthy()
  expect(load).toHaveBeenCalledTimes(1)
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Retry' })))
  expect(screen.getByText('loaded')).toBeTruthy()
  expect(load).toHaveBeenCalledTimes(2)
})
