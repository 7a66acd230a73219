export default definePageConfig({
  enableShareAppMessage: true,
  enablePullDownRefresh: true,
  onReachBottomDistance: 400,
});
