import { Component, type ReactNode } from 'react'
import { vmDocument } from '../store.ts'
import { Failure, type FailureShape } from './Failure.tsx'
import { forgetFailures } from './loadable.tsx'

interface BoundaryProps {
  /** What is within, as a sentence begins with it: 'The part Memory'. */
  readonly what: string
  readonly shape?: FailureShape | undefined
  /** Instead of what a failure looks like otherwise. */
  readonly fallback?: ReactNode
  /** Called when the person would rather go without. */
  readonly onClose?: (() => void) | undefined
  readonly children: ReactNode
}

interface BoundaryState {
  readonly failure: { readonly error: unknown } | undefined
}

/** What goes wrong within it, while it is loaded or drawn, is said in its place, with Retry; another design is tried by itself. */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { failure: undefined }

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { failure: { error } }
  }

  #stop = () => {}

  override componentDidCatch(): void {
    this.#stop()
    // What was drawn wrong may be right with another one.
    this.#stop = vmDocument.store.subscribe((state, before) => {
      if (state.design !== before.design) this.#reset()
    })
  }

  override componentWillUnmount(): void {
    this.#stop()
  }

  #reset(): void {
    this.#stop()
    this.setState({ failure: undefined })
  }

  override render(): ReactNode {
    const { failure } = this.state
    const { what, shape, fallback, onClose, children } = this.props
    if (failure === undefined) return children
    if (fallback !== undefined) return fallback
    return (
      <Failure
        what={what}
        error={failure.error}
        shape={shape}
        onRetry={() => {
          forgetFailures()
          this.#reset()
        }}
        onClose={onClose}
      />
    )
  }
}
