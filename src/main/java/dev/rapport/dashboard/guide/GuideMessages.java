package dev.rapport.dashboard.guide;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the texts of choosing metrics; {@code goal_...} and {@code stage_...} are found by their keys. */
@MessageBundle("guide")
public interface GuideMessages {
    @Message("Choose your metrics")
    String title();

    @Message("Seven steps from what you want to reach to a short list of your own.")
    String lead();

    @Message("Ten common mistakes")
    String mistakes();

    @Message("1. Say what you want to reach")
    String stepGoal();

    @Message(
            "A figure is worth following when you would do something else if it moved. Begin with the goal, not with the figures.")
    String stepGoalText();

    @Message("2. Choose the stage of the journey")
    String stepStage();

    @Message(
            "Where do you lose customers, or where could more come on? Each metric tells about one stage before all others.")
    String stepStageText();

    @Message("3. See what your data can answer")
    String stepData();

    @Message("Only metrics with data of the last 12 months can be chosen. For the others bring in the data first.")
    String stepDataText();

    @Message("No data here yet")
    String withoutData();

    @Message("4. Know what is good")
    String stepGood();

    @Message("A number alone says little. Hold it against a benchmark, or else against your own last year.")
    String stepGoodText();

    @Message("5. Pick a few")
    String stepPick();

    @Message(
            "Five are plenty. Take what you get and what it leads to: one figure of what you do, one of what comes of it.")
    String stepPickText();

    @Message("6. Look below the total")
    String stepBelow();

    @Message(
            "Open each metric by channel and segment: a total can stand still while one group leaves and another one comes.")
    String stepBelowText();

    @Message("7. Set a target and a day to review it")
    String stepReview();

    @Message(
            "Say what the value shall be and when you look at it again. What no longer helps you decide, take off the list.")
    String stepReviewText();

    @Message("Set a target")
    String target();

    @Message("Your list")
    String ownList();

    @Message("Choose")
    String pick();

    @Message("on your list")
    String chosen();

    @Message("Last 12 months")
    String year();

    @Message("Stage")
    String stage();

    @Message("Add to your list")
    String add();

    @Message("Nothing of this goal belongs to this stage, or there is no data of it yet. Choose another stage, or all.")
    String nothing();

    @Message(key = "goal_reach", value = "Be found by more people")
    String goalReach();

    @Message(key = "goal_sell", value = "Turn visitors into customers")
    String goalSell();

    @Message(key = "goal_grow", value = "Be worth more to customers")
    String goalGrow();

    @Message(key = "goal_keep", value = "Lose fewer customers")
    String goalKeep();

    @Message(key = "goal_please", value = "Make customers happier")
    String goalPlease();

    @Message(key = "goal_serve", value = "Help faster and better")
    String goalServe();

    @Message(key = "stage_all", value = "All stages")
    String stageAll();

    @Message(key = "stage_awareness", value = "Awareness")
    String stageAwareness();

    @Message(key = "stage_consideration", value = "Consideration")
    String stageConsideration();

    @Message(key = "stage_purchase", value = "Purchase")
    String stagePurchase();

    @Message(key = "stage_use", value = "Use")
    String stageUse();

    @Message(key = "stage_service", value = "Service")
    String stageService();

    @Message(key = "stage_loyalty", value = "Loyalty")
    String stageLoyalty();
}
