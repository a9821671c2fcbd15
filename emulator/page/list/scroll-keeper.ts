/** Holds the reader's place while messages come and go above and below it. */
export interface ScrollKeeper {
  /** Changes the list: who reads the newest goes on with the newest, who reads elsewhere stays there. */
  during(change: () => void): void;
  /** Goes to the newest and follows it. */
  toEnd(): void;
}

export interface ScrollHandlers {
  /** The reader has come near the oldest, or the newest, that is shown. */
  readonly onNear: (end: 'oldest' | 'newest') => void;
  readonly onFollow: (isFollowing: boolean) => void;
}

/** How near, in pixels, to an end counts as there, and as near. */
const endPx = 48;
const nearPx = 600;

/** The first message in sight; the line that names a day goes up when older messages of that day come. */
function firstInSight(scroller: HTMLElement, list: HTMLElement): Element | undefined {
  const { top } = scroller.getBoundingClientRect();
  const messages = [...list.querySelectorAll('.message-item')];
  return messages.find((element) => element.getBoundingClientRect().bottom > top);
}

export function createScrollKeeper(
  scroller: HTMLElement,
  list: HTMLElement,
  { onNear, onFollow }: ScrollHandlers,
): ScrollKeeper {
  let isFollowing = true;
  /** Where the page was scrolled to last: a list that grows below leaves the reader in the same place. */
  let lastTop = 0;
  const distance = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
  const jump = () => {
    scroller.scrollTop = scroller.scrollHeight;
    lastTop = scroller.scrollTop;
  };
  scroller.addEventListener('scroll', () => {
    const { scrollTop } = scroller;
    isFollowing = distance() < endPx || (isFollowing && scrollTop >= lastTop);
    lastTop = scrollTop;
    onFollow(isFollowing);
    if (scroller.scrollTop < nearPx) onNear('oldest');
    if (distance() < nearPx) onNear('newest');
  });
  // Pictures that come later, a growing composer, a turned phone.
  const resized = new ResizeObserver(() => {
    if (isFollowing) jump();
  });
  resized.observe(list);
  resized.observe(scroller);
  return {
    toEnd() {
      isFollowing = true;
      jump();
    },
    during(change) {
      const held = isFollowing ? undefined : firstInSight(scroller, list);
      const top = held?.getBoundingClientRect().top ?? 0;
      change();
      if (isFollowing) jump();
      else if (held?.isConnected === true) scroller.scrollTop += held.getBoundingClientRect().top - top;
    },
  };
}
