/** Where the WebSocket is. Staff are known by their cookie; members say `?as=member` and send `{ "type": "auth", "token": "…" }` first. */
export const PUSH_PATH = '/api/v1/push';
