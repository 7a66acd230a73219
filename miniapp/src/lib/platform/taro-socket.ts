import Taro from '@tarojs/taro';
import type { Socket } from './port';

type Listener<T extends unknown[]> = (...values: T) => void;

/** A web socket over Taro's own, which both parts have. Listeners may be added before it is connected. */
export function openTaroSocket(url: string): Socket {
  const opened: Listener<[]>[] = [];
  const heard: Listener<[string]>[] = [];
  const closed: Listener<[number]>[] = [];
  let task: Taro.SocketTask | null = null;
  let isDone = false;
  const finish = (code: number) => {
    if (isDone) return;
    isDone = true;
    for (const listen of closed) listen(code);
  };
  void Promise.resolve(Taro.connectSocket({ url }))
    .then((connected) => {
      if (isDone) return connected.close({});
      task = connected;
      connected.onOpen(() => {
        for (const listen of opened) listen();
      });
      connected.onMessage(({ data }) => {
        for (const listen of heard) listen(String(data));
      });
      connected.onClose(({ code }) => finish(code));
      connected.onError(() => finish(0));
    })
    .catch(() => finish(0));
  return {
    onOpen: (listen) => void opened.push(listen),
    onMessage: (listen) => void heard.push(listen),
    onClose: (listen) => void closed.push(listen),
    send: (text) => void task?.send({ data: text }),
    close() {
      task?.close({});
      finish(1000);
    },
  };
}
