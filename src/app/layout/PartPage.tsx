import { type ReactNode, useId } from 'react'
import './part-page.css'

export interface PartPageProps {
  readonly title: string
  /** One sentence: what the part is for. */
  readonly purpose: ReactNode
  /** What it is now, in words, when that says more than the form below. */
  readonly now?: ReactNode
  /** At the end of the title's line. */
  readonly actions?: ReactNode
  /** Sections, and at the end a Disclosure with all the rest. */
  readonly children: ReactNode
}

/** The page of one part: what it is for, what it is now, then its choices. */
export function PartPage({ title, purpose, now, actions, children }: PartPageProps) {
  return (
    <article className="part-page">
      <header className="part-page__head">
        <div className="part-page__title">
          <h2>{title}</h2>
          {actions !== undefined && <div className="part-page__actions">{actions}</div>}
        </div>
        <p className="part-page__purpose">{purpose}</p>
        {now !== undefined && <p className="part-page__now">{now}</p>}
      </header>
      {children}
    </article>
  )
}

export interface SectionProps {
  readonly title?: string | undefined
  /** A quiet sentence under the title. */
  readonly about?: ReactNode
  readonly children: ReactNode
}

/** A piece of a part: a table, a list or a few fields (put fields into a FieldGroup). */
export function Section({ title, about, children }: SectionProps) {
  const id = useId()
  return (
    <section className="section" aria-labelledby={title === undefined ? undefined : id}>
      {title !== undefined && (
        <h3 className="section__title" id={id}>
          {title}
        </h3>
      )}
      {about !== undefined && <p className="section__about">{about}</p>}
      {children}
    </section>
  )
}
