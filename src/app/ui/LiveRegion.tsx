import { useEffect, useSyncExternalStore } from 'react'
import { currentAnnouncement, dismissAnnouncement, subscribeAnnouncements } from './announce.ts'
import { Icon } from './Icon.tsx'
import './live-region.css'

const shownMs = 3200

/** The one place where `announce()` is shown and said. Shell renders it; a page without Shell renders its own. */
export function LiveRegion() {
  const message = useSyncExternalStore(subscribeAnnouncements, currentAnnouncement, currentAnnouncement)

  useEffect(() => {
    if (message === undefined) return
    const timer = setTimeout(() => dismissAnnouncement(message.id), shownMs)
    return () => clearTimeout(timer)
  }, [message])

  return (
    <div className="live-region" role="status" aria-live="polite">
      {message !== undefined && (
        <div className="live-region__toast" key={message.id}>
          <Icon name="check" />
          <span>{message.text}</span>
        </div>
      )}
    </div>
  )
}
