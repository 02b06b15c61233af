import { Component, type ReactNode } from 'react'
import { useVmDocument } from '../store.ts'
import { Failure, type FailureShape } from './Failure.tsx'
import { forgetFailures } from './loadable.tsx'

interface BoundaryProps {
  /** What is within, as a sentence begins with it: 'The part Memory'. */
  readonly what: string
  readonly shape?: FailureShape | undefined
  /** What was drawn wrong may be right with another one. */
  readonly resetWith?: unknown
  /** Instead of what a failure looks like otherwise. */
  readonly fallback?: ReactNode
  /** Called when the person would rather go without. */
  readonly onClose?: (() => void) | undefined
  readonly children: ReactNode
}

interface BoundaryState {
  readonly failure: { readonly error: unknown } | undefined
}

/** Keeps what goes wrong within it, while it is loaded or drawn, from the rest of the page. */
class ErrorBoundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { failure: undefined }

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { failure: { error } }
  }

  override componentDidUpdate(before: BoundaryProps): void {
    if (before.resetWith !== this.props.resetWith && this.state.failure !== undefined) this.#reset()
  }

  #reset(): void {
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

/** What goes wrong within it is said in its place, with Retry; another design is tried by itself. */
export function Boundary(props: Omit<BoundaryProps, 'resetWith'>) {
  const design = useVmDocument((state) => state.design)
  return <ErrorBoundary {...props} resetWith={design} />
}
