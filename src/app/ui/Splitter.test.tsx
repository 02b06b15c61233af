import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Splitter } from './Splitter.tsx'
import { useStoredWidth } from './stored.ts'

beforeEach(() => localStorage.clear())
afterEach(cleanup)

function Host() {
  const [width, setWidth] = useStoredWidth('test.width', 480, 320, 600)
  return (
    <Splitter label="Width" of="after" value={width} min={320} max={600} reset={480} onChange={setWidth} />
  )
}

const now = () => screen.getByRole('separator').getAttribute('aria-valuenow')

describe('Splitter', () => {
  it('moves with the keyboard, within its limits, and goes back by a double click', async () => {
    render(<Host />)
    await userEvent.tab()
    await userEvent.keyboard('{ArrowLeft}')
    expect(now()).toBe('496')
    await userEvent.keyboard('{ArrowRight}{ArrowRight}')
    expect(now()).toBe('464')
    await userEvent.keyboard('{End}{ArrowLeft}')
    expect(now()).toBe('600')
    fireEvent.doubleClick(screen.getByRole('separator'))
    expect(now()).toBe('480')
  })

  it('remembers, and forgives what it should not have remembered', async () => {
    render(<Host />)
    await userEvent.tab()
    await userEvent.keyboard('{Home}')
    cleanup()
    render(<Host />)
    expect(now()).toBe('320')
    cleanup()
    localStorage.setItem('vmwright.ui.test.width', 'wide')
    render(<Host />)
    expect(now()).toBe('480')
  })
})
